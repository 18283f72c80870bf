import Portfolio
import TestSupport

/// Random portfolios whose accounts all keep an option.
struct RandomHolding {
  private var random: RandomPortfolio

  init(seed: UInt64, accounts: Int = 12, csms: Int = 4) {
    random = RandomPortfolio(seed: seed &* 31 &+ 7, accounts: accounts, csms: csms)
  }

  /// Nobody bound anybody.
  mutating func portfolio() -> Portfolio {
    var portfolio = random.everything()
    for index in portfolio.accounts.indices { portfolio.accounts[index].pinnedCSMID = nil }
    portfolio.policy.eligibility.pins = []
    portfolio.agreements = []
    return portfolio
  }

  mutating func everything() -> Portfolio { random.everything() }
}
