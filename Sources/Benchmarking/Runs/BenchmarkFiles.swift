import Foundation
import Workspace

/// The folder of results: `runs.jsonl` grows by a line with each run, so that a run of hours that ends early leaves what it
/// has measured.
package final class BenchmarkFiles {
  private let folder: String
  private var lines = ""

  /// - Throws: `WorkspaceError` when the folder cannot be made.
  package init(folder: String) throws {
    self.folder = folder
    do {
      try FileManager.default.createDirectory(atPath: "\(folder)/logs", withIntermediateDirectories: true)
    } catch {
      throw WorkspaceError.cannotCreate(path: folder, reason: "the folder cannot be created")
    }
  }

  /// Runs `body` with an empty folder on the same disk, deleted afterwards.
  package func inScratch<Result>(_ body: (String) throws -> Result) throws -> Result {
    let scratch = "\(folder)/scratch-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.removeItem(atPath: scratch)
    do {
      try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    } catch {
      throw WorkspaceError.cannotCreate(path: scratch, reason: "the folder cannot be created")
    }
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    return try body(scratch)
  }

  package func add(_ result: CaseResult, _ trace: SearchTrace) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    lines += String(decoding: try encoder.encode(result), as: UTF8.self) + "\n"
    try BenchmarkFiles.write(lines, to: "\(folder)/runs.jsonl")
    try BenchmarkFiles.write(trace.text, to: "\(folder)/logs/\(result.family)-\(result.seed).jsonl")
  }

  package func finish(_ runs: [(result: CaseResult, trace: SearchTrace)], table: String) throws {
    try BenchmarkFiles.write(table, to: "\(folder)/runs.md")
    for family in Set(runs.map(\.result.family)).sorted() {
      let series = runs.filter { $0.result.family == family }
        .map { GapChart.Series(name: "seed \($0.result.seed)", trace: $0.trace) }
      try BenchmarkFiles.write(
        GapChart(title: "\(family): certified gap", series: series).svg, to: "\(folder)/\(family).svg")
    }
  }

  package static func write(_ text: String, to path: String) throws {
    let set = AtomicFileSet()
    try set.add(path: path).write(text)
    try set.commit()
  }
}

extension SearchTrace {
  /// The moments as lines of JSON, in points.
  package var text: String {
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "null" }
    return moments.map { moment in
      "{\"seconds\":\(moment.seconds),\"objective\":\(number(moment.objective)),\"bound\":\(number(moment.bound))}\n"
    }.joined()
  }
}
