import Digest
public import Foundation
public import PlanDocument
public import Portfolio
public import Workspace

/// One unit of a sweep, a line of `sweep.jsonl`: everything its result depends on, but for the files of the workspace,
/// which it names by their digests. So it gives the same result wherever and whenever it is computed.
public struct SweepUnit: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.unit/1"

  /// What an axis says in this unit.
  public struct Choice: Sendable, Hashable, Codable {
    public var axis: String
    /// `nil`: as it is.
    @ExplicitNull public var value: String?
  }

  public var schema: String
  public var sweep: String
  public var why: String?
  public var index: Int
  public var count: Int
  public var choices: [Choice]
  /// Folder of the workspace, relative to the folder in which the sweep was expanded.
  public var workspace: String
  /// SHA-256 by name of the files of the workspace.
  public var inputs: [String: String]
  public var currency: String
  public var asOf: CalendarDate
  /// Scenarios laid over the workspace, the one underneath first.
  public var scenarios: [ScenarioText]
  public var seed: UInt64
  public var workLimit: Int64
  public var gap: Double

  /// - Parameter index: from 0, below `grid.count`.
  init(_ grid: SweepGrid, _ index: Int) {
    schema = SweepUnit.currentSchema
    sweep = grid.name
    why = grid.why
    self.index = index
    count = grid.count
    workspace = grid.workspace
    inputs = grid.inputs
    currency = grid.currency
    asOf = grid.asOf
    scenarios = grid.common
    seed = grid.seed &+ UInt64(index)
    workLimit = grid.workLimit
    gap = grid.gap
    choices = []
    for (axis, position) in zip(grid.axes, grid.choices(index)) {
      let value = position.map { axis.values[$0] }
      choices.append(Choice(axis: axis.name, value: value?.label))
      switch value?.effect {
      case .scenarios(let texts): scenarios += texts
      case .seed(let named): seed = named
      case nil: break
      }
    }
  }

  /// What it asks, in a line: `who leaves: ann, effort: as it is`.
  public var title: String { choices.map { "\($0.axis): \($0.value ?? "as it is")" }.joined(separator: ", ") }

  /// The line without its end: the same unit gives the same bytes.
  public var line: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self)
    }
  }

  /// SHA-256 of the line.
  var digest: String {
    get throws { SHA256.hexadecimal(of: Array(try line)) }
  }
}
