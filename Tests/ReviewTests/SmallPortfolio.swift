import PlanDocument
import Portfolio

@testable import Review

/// A portfolio of one account that a test changes in one respect, among four others that give the thresholds their places.
enum SmallPortfolio {
  static let asOf = CalendarDate(dayNumber: 20_823)

  static func day(_ offset: Int) -> CalendarDate { asOf.adding(days: offset) }

  /// Nothing is wrong with it: large, healthy, touched a week ago, with somebody who stays.
  static func calm(_ id: String = "A1") -> Account {
    var account = Account(id: id, tier: "enterprise", region: "EMEA", csmID: "ann")
    account.name = "Name of \(id)"
    account.arr = Money(100_000)
    account.potential = Money(1_000)
    account.health = 80
    account.lastTouch = day(-7)
    account.renewalDate = day(300)
    account.relationship = .recurring
    account.lifecycle = .mature
    account.effort = Minutes(660)
    return account
  }

  static func portfolio(
    _ accounts: [Account], csms: [CSM]? = nil, change: (inout Policy) -> Void = { _ in }
  ) -> Portfolio {
    var policy = Policy()
    policy.effort.postureValue = PerTier(Money(50_000))
    policy.effort.posturePotential = PerTier(Money(20_000))
    change(&policy)
    return Portfolio(
      asOf: asOf, accounts: accounts, csms: csms ?? [CSM(id: "ann", regions: ["EMEA"])], policy: policy)
  }

  static func review(
    _ accounts: [Account], csms: [CSM]? = nil, activities: [Activity]? = nil, previous: [Account]? = nil,
    hasTouches: Bool = true, change: (inout Policy) -> Void = { _ in }
  ) -> ReviewDocument {
    let portfolio = portfolio(accounts, csms: csms, change: change)
    let books = previous.map { BookEntry.entries(of: Portfolio(asOf: asOf, accounts: $0, csms: portfolio.csms)) }
    return Reviewer(
      ReviewInput(
        portfolio: portfolio, activities: activities, previous: books.map { (name: "before", books: $0) },
        hasTouchColumn: hasTouches)
    ).review()
  }

  /// The review of the calm account after a change.
  static func review(
    of change: (inout Account) -> Void, csms: [CSM]? = nil, policy: (inout Policy) -> Void = { _ in }
  ) -> ReviewDocument {
    var account = calm()
    change(&account)
    return review([account], csms: csms, change: policy)
  }
}

extension ReviewDocument {
  func causes(_ kind: ReviewFinding.Kind) -> [String] { findings.filter { $0.kind == kind }.map(\.cause) }

  func finding(_ cause: ReviewCause) -> ReviewFinding? { findings.first { $0.cause == cause.rawValue } }

  func finding(_ kind: ReviewFinding.Kind, _ account: String) -> ReviewFinding? {
    findings.first { $0.kind == kind && $0.account == account }
  }
}

extension ReviewFinding {
  func number(_ name: ReviewNumber.Name) -> Int64? { numbers.first { $0.name == name }?.value }
}
