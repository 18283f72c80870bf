import Portfolio
import TestSupport

/// Small portfolios in which people compete: capacities near the work there is, hard slots, short budgets, pins to
/// anybody, so that plans are contended and some rule sets cannot hold.
struct SmallPortfolio {
  private var generator: SplitMix64
  private let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    generator = SplitMix64(seed: seed &* 7919 &+ 13)
  }

  mutating func portfolio(accounts: ClosedRange<Int> = 2...5) -> Portfolio {
    var random = RandomPortfolio(seed: seed, accounts: number(accounts), csms: number(2...3))
    var portfolio = random.everything()
    contend(&portfolio)
    if chance(15) { pinSomebodySomewhere(&portfolio) }
    if chance(30) { shortenBudgets(&portfolio.policy) }
    if chance(20) { agreeOnSomething(&portfolio) }
    return portfolio
  }

  private mutating func contend(_ portfolio: inout Portfolio) {
    for index in portfolio.accounts.indices where chance(80) {
      portfolio.accounts[index].effort = Minutes(Int64(number(60...900)))
    }
    for index in portfolio.csms.indices { portfolio.csms[index].capacity = Minutes(Int64(number(300...1800))) }
    portfolio.policy.coverage.unassignedPrice = PerTier(Points(Int64(number(0...3000))))
    portfolio.policy.coverage.pricePerMinute = Points(Int64(number(0...5)))
  }

  private mutating func pinSomebodySomewhere(_ portfolio: inout Portfolio) {
    guard !portfolio.accounts.isEmpty else { return }
    let account = number(0...portfolio.accounts.count - 1)
    portfolio.accounts[account].pinnedCSMID = portfolio.csms[number(0...portfolio.csms.count - 1)].id
  }

  /// Agreements that may leave nothing to choose, or nothing at all.
  private mutating func agreeOnSomething(_ portfolio: inout Portfolio) {
    guard !portfolio.accounts.isEmpty else { return }
    let account = portfolio.accounts[number(0...portfolio.accounts.count - 1)].id
    let csm = portfolio.csms[number(0...portfolio.csms.count - 1)].id
    let start = portfolio.asOf.adding(days: number(0...80))
    portfolio.agreements.append(
      chance(50)
        ? Agreement(account: account, kind: .directed, csm: csm)
        : Agreement(
          account: account, kind: .accepted, move: chance(20) ? .stay : .handoff, csm: csm, start: start))
  }

  private mutating func shortenBudgets(_ policy: inout Policy) {
    policy.handoffs.budgetCount = Int64(number(0...2))
    policy.handoffs.slotsAreHard = chance(50)
    policy.handoffs.slotsInPerWeek = 0
    policy.books.maxAccounts = Int64(number(1...3))
    policy.books.maxARR = Money(Int64(number(1...900)) * 1000)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}
