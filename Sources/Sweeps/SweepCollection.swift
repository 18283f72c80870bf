public import PlanDocument

/// All parts of a folder, held against the units they are to be of.
public struct SweepCollection: Sendable {
  private let folder: SweepFolder

  public init(_ folder: SweepFolder) { self.folder = folder }

  /// - Throws: `WorkspaceError` or `SweepProblem` when the folder does not hold a sweep.
  public func document() throws -> SweepDocument {
    let sweep = try SweepFile(path: folder.sweepPath)
    var units: [SweepDocument.Unit] = []
    var missing: [SweepDocument.Missing] = []
    for unit in sweep.units {
      let values = unit.choices.map(\.value)
      switch try folder.state(of: unit) {
      case .valid(let part):
        units.append(SweepDocument.Unit(index: unit.index, values: values, result: part.result))
      case .missing: missing.append(absent(unit, "Nothing has been computed yet."))
      case .damaged(let sentence), .foreign(let sentence): missing.append(absent(unit, sentence))
      }
    }
    let first = sweep.units[0]
    return SweepDocument(
      name: first.sweep, why: first.why, currency: first.currency, axes: first.choices.map(\.axis), units: units,
      missing: missing)
  }

  private func absent(_ unit: SweepUnit, _ reason: String) -> SweepDocument.Missing {
    SweepDocument.Missing(
      index: unit.index, values: unit.choices.map(\.value), reason: reason, command: command("--index \(unit.index)"))
  }

  /// Computes what is missing, in one process.
  public var commandForAll: String { command("--shard 1/1") }

  private func command(_ which: String) -> String {
    "ballast sweep run \(which) --out \(ShellWord.quoted(folder.path)) \(ShellWord.quoted(folder.sweepPath))"
  }
}
