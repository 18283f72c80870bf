public import PlanDocument

/// The comparison as a table: one row per plan, exact numbers.
public struct ComparisonCSV: Sendable {
  private let document: ComparisonDocument

  public init(_ document: ComparisonDocument) { self.document = document }

  private static let header = ["scenario", "status"] + measures

  /// The columns of the facts of a plan.
  static let measures = [
    "objective_hours", "certified_bound_hours", "certified_gap", "lowest_utilisation_percent",
    "highest_utilisation_percent", "overloaded", "overloaded_in_some_period", "unassigned", "moves",
    "moves_by_choice", "arr_moved", "fewest_at_risk", "most_at_risk", "shortages",
  ]

  public var bytes: [UInt8] {
    var table = CSVTable(header: ComparisonCSV.header)
    for plan in document.plans {
      table.append([.text(plan.name), .text(plan.status.rawValue)] + ComparisonCSV.cells(plan.facts))
    }
    return table.bytes
  }

  static func cells(_ facts: ComparedPlan.Facts?) -> [CSVTable.Cell] {
    guard let facts else { return Array(repeating: .empty, count: measures.count) }
    return [
      .number(NumberText.exactHours(facts.objective)),
      facts.certifiedBound.map { .number(NumberText.exactHours($0)) } ?? .empty,
      facts.certifiedGap.map { .number(String($0)) } ?? .empty, .number(facts.lowestUtilisation),
      .number(facts.highestUtilisation), .number(Int64(facts.overloaded)), .number(Int64(facts.overloadedSometime)),
      .number(Int64(facts.unassigned)), .number(Int64(facts.moves)), .number(Int64(facts.movesByChoice)),
      .number(facts.arrMoved), .number(Int64(facts.fewestAtRisk)), .number(Int64(facts.mostAtRisk)),
      .number(Int64(facts.shortages)),
    ]
  }
}
