/// What a resource of the model measures. CSMs and accounts are indices into the portfolio; period `P` is the
/// steady-state tail.
public enum ResourceKey: Sendable, Hashable {
  /// Minutes of a CSM in a period (in the tail: minutes per month).
  case hours(csm: Int32, period: Int16)
  /// Nominal minutes per month of the final book.
  case balanceHours(csm: Int32)
  /// Thousands of ARR of the final book.
  case balanceARR(csm: Int32)
  case bookAccounts(csm: Int32)
  case bookStrategic(csm: Int32)
  case bookAtRisk(csm: Int32)
  /// Thousands.
  case bookARR(csm: Int32)
  /// `100 * ARR in the segment - percent * ARR of the book`, in thousands; `limit` indexes `BookPolicy.segmentShares`.
  case bookSegment(csm: Int32, limit: Int16)
  case slotsIn(csm: Int32, period: Int16)
  case slotsOut(csm: Int32, period: Int16)
  /// Handoffs that a team takes part in; `team` indexes `Portfolio.teams`.
  case slotsTeam(team: Int32, period: Int16)
  /// Accounts that change hands by choice.
  case moveCount
  /// Thousands of ARR that change hands by choice.
  case moveARR
  /// Thousands of ARR of the accounts that are in transition during a period.
  case transitionARR(period: Int16)
  /// 1 while `account` is with `csm` and the anchor of its family is not.
  case familySplit(account: Int32, csm: Int32)

  /// The rule that made it.
  public var rule: RuleID {
    switch self {
    case .hours: .capacity
    case .balanceHours, .balanceARR: .balance
    case .bookAccounts, .bookStrategic, .bookAtRisk, .bookARR, .bookSegment: .books
    case .slotsIn, .slotsOut: .slots
    case .moveCount, .moveARR: .moveBudget
    case .slotsTeam, .transitionARR: .transition
    case .familySplit: .family
    }
  }
}
