import Foundation
import PlanDocument
import Workspace

/// The folder of a sweep's results: `sweep.jsonl`, the units it is about; `parts/unit-000017.json`, the result of each;
/// `timings/unit-000017.json`, how long it took and where, which no result depends on.
///
/// Any number of processes on any number of machines may work in one folder: every file appears whole or not at all, and
/// two that compute the same unit write the same bytes.
public struct SweepFolder: Sendable {
  public static let sweepName = "sweep.jsonl"
  private static let partBytes = 1 << 24

  public let path: String

  public init(_ path: String) { self.path = path }

  public var sweepPath: String { "\(path)/\(SweepFolder.sweepName)" }

  /// Makes the folder that of a sweep. Returns whether it was the folder of another one.
  public func prepare(for sweep: SweepFile) throws -> Bool {
    try createFolder("parts")
    try createFolder("timings")
    let known = try? CappedFile.bytes(at: sweepPath, limit: max(1 << 20, sweep.bytes.count))
    let exists = FileManager.default.fileExists(atPath: sweepPath)
    guard known != Array(sweep.bytes) else { return false }
    try write(sweep.bytes, to: sweepPath)
    return exists
  }

  public func partPath(_ index: Int) -> String { "\(path)/parts/\(SweepFolder.name(index))" }

  public func state(of unit: SweepUnit) throws -> SweepPartState {
    do {
      return try SweepPartState(
        CappedFile.bytes(at: partPath(unit.index), limit: SweepFolder.partBytes), of: unit)
    } catch WorkspaceError.missing {
      return .missing
    } catch let error as WorkspaceError where error.exitCode == 65 {
      return .damaged("What lies there is not a part of a sweep.")
    }
  }

  func write(_ part: SweepPart, _ timing: SweepTiming) throws {
    try write(part.bytes, to: partPath(part.index))
    try write(DocumentJSON.encoded(timing), to: "\(path)/timings/\(SweepFolder.name(part.index))")
  }

  private func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let writer = try AtomicFileWriter(path: path)
    try writer.write(bytes)
    try writer.commit()
  }

  private func createFolder(_ name: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
    } catch {
      throw WorkspaceError.cannotCreate(path: "\(path)/\(name)", reason: "the folder cannot be created")
    }
  }

  private static func name(_ index: Int) -> String {
    let digits = String(index)
    return "unit-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".json"
  }
}

/// How a part came about: everything that another run would not repeat.
struct SweepTiming: Codable {
  var index: Int
  var seconds: Double
  var host: String
  var finishedAt: String
}
