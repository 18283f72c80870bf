public import Portfolio

/// A sweep as its grid file states it: a workspace, what every unit has in common, and what is varied.
public struct SweepGrid: Sendable {
  public var name: String
  public var why: String?
  /// The folder of the workspace, relative to the folder in which the program runs.
  public var workspace: String
  /// SHA-256 by name of the files of the workspace.
  public var inputs: [String: String]
  public var currency: String
  /// The first day of every plan.
  public var asOf: CalendarDate
  /// Of each unit, in reproducible units of work.
  public var workLimit: Int64
  /// Where a search may stop; 0.001 is 0.1 %.
  public var gap: Double
  /// Of the first unit, where no axis names seeds.
  public var seed: UInt64
  /// What lies over the workspace in every unit, the one underneath first.
  public var common: [ScenarioText]
  public var axes: [SweepAxis]
  /// The combinations asked for, as positions in `values` of each axis (`nil`: as it is); `nil`: all of them.
  public var cases: [[Int?]]?

  /// How many units it has; at most `unitLimit`.
  public var count: Int { cases?.count ?? axes.reduce(1) { $0 * $1.values.count } }

  /// A sweep of more is a mistake in the grid rather than a wish.
  public static let unitLimit = 100_000

  /// The position of each axis in a unit: of a full product the last axis turns fastest.
  public func choices(_ index: Int) -> [Int?] {
    if let cases { return cases[index] }
    var rest = index
    let positions = axes.reversed().map { axis -> Int? in
      defer { rest /= axis.values.count }
      return rest % axis.values.count
    }
    return positions.reversed()
  }
}

/// One thing that is varied.
public struct SweepAxis: Sendable {
  public var name: String
  public var values: [SweepValue]
}

/// One value of an axis.
public struct SweepValue: Sendable {
  public enum Effect: Sendable {
    /// Laid over the workspace, the one underneath first; empty: nothing changes.
    case scenarios([ScenarioText])
    case seed(UInt64)
  }

  /// As it stands in the grid.
  public var label: String
  public var effect: Effect
}
