package import PlanDocument
package import Portfolio

/// What concentration needs to know of an account, of today or of an earlier day.
package struct BookEntry: Sendable, Hashable {
  var account: String
  var arr: Int64
  var tier: String
  var region: String
  var domains: [String]
  var marketSegment: String?
  var csm: String?

  init(_ account: Account) {
    self.account = account.id
    arr = account.arr?.value ?? 0
    tier = account.tier
    region = account.region
    domains = account.domains
    marketSegment = account.marketSegment
    csm = account.csmID
  }

  private init(_ account: AccountDocument, csm: String?) {
    self.account = account.account
    arr = account.arr ?? 0
    tier = account.tier
    region = account.region
    domains = account.domains
    self.csm = csm
  }

  package static func entries(of portfolio: Portfolio) -> [BookEntry] { portfolio.accounts.map { BookEntry($0) } }

  /// The books as they were when the plan was made.
  package static func entries(of plan: PlanDocument) -> [BookEntry] {
    let holders = Dictionary(
      plan.assignments.map { ($0.account, $0.previous) }, uniquingKeysWith: { first, _ in first })
    return plan.accounts.map { BookEntry($0, csm: holders[$0.account] ?? nil) }
  }
}
