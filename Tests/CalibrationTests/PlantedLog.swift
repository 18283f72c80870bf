import Portfolio

@testable import Calibration

/// A portfolio of which the efforts are known, and a log with noise that was made from them.
struct PlantedLog {
  static let asOf = CalendarDate(dayNumber: 20_823)
  static let days = 181
  static let tiers = ["strategic", "enterprise", "mid-market", "small"]

  /// What was planted.
  var truth = Policy().effort
  var accounts: [Account] = []
  var activities: [Activity] = []
  private var random: RandomDraws

  init(seed: UInt64, accounts count: Int = 600, noise: Double = 0.5, change: (inout Account) -> Void = { _ in }) {
    random = RandomDraws(seed: seed &* 7919 &+ 17)
    truth.base = PerTier(
      Minutes(240),
      ["strategic": Minutes(1_320), "enterprise": Minutes(720), "mid-market": Minutes(200), "small": Minutes(80)])
    (truth.onboardingPercent, truth.lowHealthPercent, truth.escalationPercent, truth.highARRPercent) = (60, 35, 20, 15)
    (truth.investPercent, truth.defendPercent, truth.growPercent, truth.servePercent) = (30, 0, 10, -40)
    truth.postureValue = PerTier(Money(100_000))
    truth.posturePotential = PerTier(Money(50_000))
    for index in 0..<count {
      var account = account(index)
      change(&account)
      accounts.append(account)
    }
    for account in accounts { log(account, noise) }
  }

  /// Every number differs from what was planted, but for the posture that the others are measured against.
  var policy: Policy {
    var policy = Policy()
    policy.effort.postureValue = truth.postureValue
    policy.effort.posturePotential = truth.posturePotential
    return policy
  }

  var portfolio: Portfolio {
    Portfolio(asOf: Self.asOf, accounts: accounts, csms: [CSM(id: "ann", regions: ["EMEA"])], policy: policy)
  }

  func input(robust: Bool = false) -> CalibrationInput {
    CalibrationInput(portfolio: portfolio, activities: activities, isRobust: robust)
  }

  private mutating func chance(_ percent: Int) -> Bool { random.next(below: 100) < percent }

  private mutating func account(_ index: Int) -> Account {
    let tier = Self.tiers[min(3, random.next(below: 10) / 2)]
    var account = Account(id: "A\(100_000 + index)", tier: tier, region: "EMEA", csmID: "ann")
    account.arr = Money(Int64(chance(50) ? (chance(50) ? 250_000 : 150_000) : 20_000))
    account.potential = Money(chance(40) ? 60_000 : 10_000)
    account.health = chance(30) ? 45 : 80
    account.lifecycle = chance(15) ? .onboarding : .mature
    account.escalationOpen = chance(15)
    account.csmSince = Self.asOf.adding(days: -900)
    return account
  }

  /// Twelve rows whose sum is the planted effort times an error of mean 1.
  private mutating func log(_ account: Account, _ noise: Double) {
    let cell = EffortCell(account, tier: 0, policy: truth)
    var planted = EffortCoefficients(truth, tiers: [account.tier])
    planted.base[0] = Double(truth.base[account.tier].value)
    let work = EventWork(truth)
    let span = Self.asOf.adding(days: -Self.days)..<Self.asOf
    // The sum of twelve uniform draws has standard deviation 1.
    let normal = (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.next(below: 1_000_000)) / 1_000_000 }
    let months = Double(Self.days) / AverageMonth.days
    let sum = planted.minutes(cell) * months * max(0, 1 + noise * normal)
    let events = Double(work.onboarding(account, span) + work.renewal(account, span))
    let total = Int64((sum + events).rounded())
    for row in 0..<12 {
      let minutes = total * Int64(row + 1) / 12 - total * Int64(row) / 12
      let day = row == 0 ? -Self.days : row == 11 ? -1 : -Self.days + row * 15
      activities.append(
        Activity(date: Self.asOf.adding(days: day), accountID: account.id, csmID: "ann", minutes: Minutes(minutes)))
    }
  }
}
