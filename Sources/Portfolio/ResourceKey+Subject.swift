extension ResourceKey {
  /// The CSM it belongs to; `nil` for teams and global budgets.
  public var csm: Int32? {
    switch self {
    case .hours(let csm, _), .balanceHours(let csm), .balanceARR(let csm), .bookAccounts(let csm),
      .bookStrategic(let csm), .bookAtRisk(let csm), .bookARR(let csm), .bookSegment(let csm, _),
      .slotsIn(let csm, _), .slotsOut(let csm, _), .familySplit(_, let csm):
      csm
    case .moveCount, .moveARR, .slotsTeam, .transitionARR: nil
    }
  }

  /// The period it belongs to; `nil` where there is none.
  public var period: Int16? {
    switch self {
    case .hours(_, let period), .slotsIn(_, let period), .slotsOut(_, let period), .slotsTeam(_, let period),
      .transitionARR(let period):
      period
    default: nil
    }
  }

  /// What is counted: `minutes`, `thousands`, `accounts` or `handoffs`.
  public var unit: String {
    switch self {
    case .hours, .balanceHours: "minutes"
    case .balanceARR, .bookARR, .bookSegment, .moveARR, .transitionARR: "thousands"
    case .slotsIn, .slotsOut, .slotsTeam: "handoffs"
    case .bookAccounts, .bookStrategic, .bookAtRisk, .moveCount, .familySplit: "accounts"
    }
  }
}
