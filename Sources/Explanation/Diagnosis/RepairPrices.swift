package import Compilation
package import Portfolio

/// What lifting a rule costs when the cheapest repair is looked for, in points: how much work a person would rather do.
///
/// One point is one minute, as everywhere. Hours are lifted minute by minute; what a person said weighs hours. Moments,
/// blackouts, locks, departures, absences and shares of segments are facts: no repair lifts them.
package enum RepairPrices {
  /// Micropoints for one quantum above a hard limit; `nil` for limits that no edit of the inputs lifts.
  package static func perQuantum(of key: ResourceKey) -> Int64? {
    switch key {
    case .hours: points(1)
    case .bookARR, .moveARR, .transitionARR: points(1)
    case .bookAccounts, .bookStrategic, .bookAtRisk: points(120)
    case .slotsIn, .slotsOut, .slotsTeam, .moveCount: points(60)
    case .bookSegment, .balanceHours, .balanceARR, .familySplit: nil
    }
  }

  /// Micropoints for lifting a ban; `nil` for facts.
  package static func ban(_ instance: RuleInstance) -> Int64? {
    switch instance {
    case .account(.pin, _), .account(.pool, _): points(600)
    case .account(.agreement, _), .pairing(.forbiddenPair, _, _): points(1_200)
    case .pairing: points(2_400)
    case .limit, .account, .receiver, .book: nil
    }
  }

  private static func points(_ points: Int64) -> Int64 { points * Points.scale }
}
