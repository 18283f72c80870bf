import PlanDocument

/// One row per resignation, exact numbers.
struct ResilienceCSV {
  let document: ResilienceDocument

  private static let header = [
    "scenario", "csms", "status", "first_place", "last_place", "loss_hours", "loss_at_least_hours",
    "loss_at_most_hours",
    "certified_gap", "accounts", "taken_over", "at_forced_moment", "unassigned", "arr", "arr_taken_over",
    "moves_by_choice", "arr_moved_by_choice", "minutes_above_band", "minutes_above_hard", "steady_minutes_above_band",
    "steady_minutes_above_hard", "steady_csms_above_band", "days_until_inside", "sole_expertise",
  ]

  var bytes: [UInt8] {
    var table = CSVTable(header: ResilienceCSV.header)
    for departure in document.departures { table.append(ResilienceCSV.cells(departure)) }
    return table.bytes
  }

  private static func cells(_ departure: ResilienceDeparture) -> [CSVTable.Cell] {
    let sole = departure.soleExpertise.map { "\($0.domain) in \($0.region)" }.joined(separator: "; ")
    return [.text(departure.id), .text(departure.csms.joined(separator: "; ")), .text(departure.status.rawValue)]
      + [departure.firstRank, departure.lastRank].map { .number($0.map { Int64($0) }) }
      + [departure.loss?.found, departure.loss?.atLeast, departure.loss?.atMost].map(hours)
      + [departure.facts?.certifiedGap.map { .number(String($0)) } ?? .empty]
      + [
        departure.accounts, departure.takenOver, departure.atForcedMoment, departure.unassigned, Int(departure.arr),
        Int(departure.arrTakenOver), departure.movesByChoice, Int(departure.arrMovedByChoice),
      ].map { .number(Int64($0)) }
      + [
        departure.facts?.minutesAboveBand, departure.facts?.minutesAboveHard, departure.facts?.steadyMinutesAboveBand,
        departure.facts?.steadyMinutesAboveHard, departure.facts.map { Int64($0.steadyAboveBand) },
        departure.facts?.daysUntilInside.map { Int64($0) },
      ].map { .number($0) }
      + [sole.isEmpty ? .empty : .text(sole)]
  }

  private static func hours(_ value: PointsValue?) -> CSVTable.Cell {
    value.map { .number(NumberText.exactHours($0)) } ?? .empty
  }
}
