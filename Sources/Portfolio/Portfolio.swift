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
  /// What people have agreed on already, by account.
  public var agreements: [Agreement]

  public init(
    asOf: CalendarDate, accounts: [Account], csms: [CSM], policy: Policy = Policy(), agreements: [Agreement] = []
  ) {
    self.asOf = asOf
    self.accounts = Portfolio.sorted(accounts, by: { $0.id })
    self.csms = Portfolio.sorted(csms, by: { $0.id })
    self.policy = policy
    self.agreements = agreements
  }

  /// The teams that CSMs belong to, sorted, without repetition.
  public var teams: [String] { Set(csms.compactMap(\.team)).sorted() }

  /// A million accounts that are in order already are not copied.
  private static func sorted<Element>(_ elements: [Element], by id: (Element) -> String) -> [Element] {
    let isSorted = zip(elements, elements.dropFirst()).allSatisfy { id($0) <= id($1) }
    return isSorted ? elements : elements.sorted { id($0) < id($1) }
  }
}
