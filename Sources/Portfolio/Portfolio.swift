/// Everything a plan is made from: accounts, CSMs, policy and the day from which the plan looks ahead.
///
/// A value is well formed when `Workspace` made it: ids are unique, every `csmID`, `pinnedCSMID` and policy
/// reference names a CSM, every tier, region and domain is in canonical spelling. Accounts and CSMs are sorted
/// by id, so that the order of rows in a file changes nothing.
public struct Portfolio: Sendable, Hashable {
  public var asOf: CalendarDate
  public var accounts: [Account]
  public var csms: [CSM]
  public var policy: Policy

  public init(asOf: CalendarDate, accounts: [Account], csms: [CSM], policy: Policy = Policy()) {
    self.asOf = asOf
    self.accounts = accounts.sorted { $0.id < $1.id }
    self.csms = csms.sorted { $0.id < $1.id }
    self.policy = policy
  }
}
