public import Foundation
public import Workspace

/// The units of a sweep as `sweep.jsonl` holds them: unit 0 in the first line.
public struct SweepFile: Sendable {
  /// Far more than the largest sweep needs.
  private static let fileBytes = 1 << 30

  public let units: [SweepUnit]
  public let bytes: Data

  /// All units of a grid in order.
  public init(_ grid: SweepGrid) throws {
    units = (0..<grid.count).map { SweepUnit(grid, $0) }
    var bytes = Data()
    for unit in units {
      bytes.append(try unit.line)
      bytes.append(0x0A)
    }
    self.bytes = bytes
  }

  /// - Throws: `WorkspaceError` for the file, `SweepProblem` for what is in it.
  public init(path: String) throws {
    bytes = Data(try CappedFile.bytes(at: path, limit: SweepFile.fileBytes))
    units = try SweepFile.read(bytes, path)
  }

  private static func read(_ bytes: Data, _ path: String) throws -> [SweepUnit] {
    let decoder = JSONDecoder()
    var units: [SweepUnit] = []
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
      guard let unit = try? decoder.decode(SweepUnit.self, from: line), unit.schema == SweepUnit.currentSchema,
        unit.index == number
      else { throw SweepProblem.damagedSweep(path: path, line: number + 1) }
      units.append(unit)
    }
    guard let first = units.first, first.count == units.count, bytes.last == 0x0A else {
      throw SweepProblem.damagedSweep(path: path, line: units.count + 1)
    }
    return units
  }

  /// The unit of an index, named as people name it.
  public func unit(_ index: Int) throws -> SweepUnit {
    guard units.indices.contains(index) else { throw SweepProblem.noSuchUnit(index: index, count: units.count) }
    return units[index]
  }
}

/// What stops a sweep, beside files that cannot be read or written.
public enum SweepProblem: Error, Hashable {
  case damagedSweep(path: String, line: Int)
  case noSuchUnit(index: Int, count: Int)
  /// A file of the workspace is not where the unit says.
  case noWorkspace(file: String)
  /// The files of the workspace are not those of the expansion.
  case otherInputs(folder: String, files: [String])

  /// What happened and what to do, and the exit code of the command.
  public var facts: (message: String, advice: String, exitCode: Int32) {
    switch self {
    case .damagedSweep(let path, let line):
      (
        "\(DisplayText.shown(path, limit: 300)): line \(line) is not the unit of a sweep that belongs there.",
        "Maybe the file was cut off or sorted; `ballast sweep expand` writes it anew.", 65
      )
    case .noSuchUnit(let index, let count):
      (
        "There is no unit \(index): the sweep has \(count), from 0 to \(count - 1).",
        "Maybe the array of the scheduler does not begin at 0.", 64
      )
    case .noWorkspace(let file):
      (
        "\(DisplayText.shown(file, limit: 300)) does not exist.",
        "Maybe run units from the folder in which the sweep was expanded, or name the workspace with --data.", 66
      )
    case .otherInputs(let folder, let files):
      (
        "\(DisplayText.shown(folder, limit: 300)): \(files.joined(separator: ", ")): not what the sweep was expanded from.",
        "Maybe expand the sweep again, or name the folder with the old data with --data.", 5
      )
    }
  }
}
