import PlanDocument

/// What the plan changes and how good it is proven to be, counted once for every kind of report.
struct HeadlineFacts {
  let changes: Int
  let overBefore: Int
  let overAfter: Int
  let overAnyBefore: Int
  let overAnyAfter: Int
  /// Lowest and highest utilisation in percent among those with capacity; `nil` when nobody has any.
  let spreadBefore: ClosedRange<Int64>?
  let spreadAfter: ClosedRange<Int64>?

  init(_ context: ReportContext) {
    let totals = context.document.totals
    changes = totals.moves + totals.forcedMoves + totals.assigned + totals.covers
    let loads = context.loads.filter(\.hasCapacity)
    overBefore = loads.count(where: \.isOverBefore)
    overAfter = loads.count(where: \.isOverAfter)
    overAnyBefore = context.loads.count { $0.isOverInAnyMonth(\.inheritedMinutes) }
    overAnyAfter = context.loads.count { $0.isOverInAnyMonth(\.minutes) }
    spreadBefore = HeadlineFacts.spread(loads.map(\.percentBefore))
    spreadAfter = HeadlineFacts.spread(loads.map(\.percentAfter))
  }

  /// `10 accounts change hands; overloaded CSMs fall from 2 to 0.`
  func sentence(_ totals: PlanTotals) -> String {
    var text =
      changes == 0
      ? "No account changes hands"
      : "\(NumberText.plural(changes, "account changes", "accounts change")) hands"
    if overBefore != overAfter {
      let direction = overAfter < overBefore ? "fall" : "rise"
      text += "; overloaded CSMs \(direction) from \(overBefore) to \(overAfter)"
    } else if overAfter > 0 {
      text += "; \(NumberText.plural(overAfter, "CSM stays", "CSMs stay")) overloaded"
    } else {
      text += "; nobody is overloaded"
    }
    if totals.unassigned > 0 {
      text += "; \(NumberText.plural(totals.unassigned, "account", "accounts")) without a CSM"
    }
    return text + "."
  }

  /// `7 by choice, 2 forced by a departure, 1 assigned`.
  func breakdown(_ totals: PlanTotals) -> String {
    var parts: [String] = []
    if totals.moves > 0 { parts.append("\(NumberText.grouped(totals.moves)) by choice") }
    if totals.forcedMoves > 0 { parts.append("\(NumberText.grouped(totals.forcedMoves)) forced by a departure") }
    if totals.assigned > 0 { parts.append("\(NumberText.grouped(totals.assigned)) had nobody") }
    if totals.covers > 0 { parts.append("\(NumberText.grouped(totals.covers)) covered through a leave") }
    return parts.isEmpty ? "everybody keeps their book" : parts.joined(separator: ", ")
  }

  static func text(_ spread: ClosedRange<Int64>?) -> String {
    guard let spread else { return "n/a" }
    return "\(spread.lowerBound)\u{2013}\(spread.upperBound) %"
  }

  private static func spread(_ values: [Int64]) -> ClosedRange<Int64>? {
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }
}
