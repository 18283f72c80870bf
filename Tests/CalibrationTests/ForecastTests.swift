import PlanDocument
import Portfolio
import Testing

@testable import Calibration

/// Hours of the coming quarters.
@Suite struct ForecastTests {
  private static let asOf = PlantedLog.asOf

  private func account(_ change: (inout Account) -> Void = { _ in }) -> Account {
    var account = Account(id: "A1", tier: "enterprise", region: "EMEA", csmID: "ann")
    change(&account)
    return account
  }

  private func forecast(_ account: Account, csm: (inout CSM) -> Void = { _ in }, policy: Policy = Policy())
    -> ForecastDocument
  {
    var ann = CSM(id: "ann", regions: ["EMEA"])
    csm(&ann)
    return Forecaster(Portfolio(asOf: Self.asOf, accounts: [account], csms: [ann], policy: policy), nil).forecast()
  }

  private func steady(_ quarter: ForecastDocument.Quarter, _ minutes: Double) -> Int64 {
    Int64((Double(quarter.to.days(since: quarter.from) + 1) / AverageMonth.days * minutes).rounded())
  }

  @Test func `Steady work is effort times months, given or estimated`() {
    for (given, expected) in [(Minutes(600), 600.0), (nil, 660.0)] as [(Minutes?, Double)] {
      let forecast = forecast(account { $0.effort = given })
      #expect(forecast.quarters.count == 4 && forecast.quarters[0].from == Self.asOf)
      #expect(forecast.quarters[3].to.adding(days: 1) == Self.asOf.adding(months: 12))
      for (quarter, amount) in zip(forecast.quarters, forecast.total) {
        #expect(amount.minutes == steady(quarter, expected) && amount.low == nil)
        #expect(abs((amount.high ?? 0) - amount.minutes * 5 / 4) <= 2)
      }
      #expect(forecast.source == .policy && forecast.rows.map(\.csm) == ["ann"])
    }
  }

  @Test func `A renewal adds its hours where its days are`() {
    let forecast = forecast(account { $0.renewalDate = Self.asOf.adding(months: 6) })
    #expect(forecast.total.map(\.renewals) == [0, 600, 0, 0] || forecast.total.map(\.renewals).reduce(0, +) >= 598)
    #expect(forecast.total.map(\.renewalsDue) == [0, 0, 1, 0])
  }

  @Test func `Onboarding asks for more until it ends`() {
    let forecast = forecast(
      account {
        $0.lifecycle = .onboarding
        $0.onboardingEnd = Self.asOf.adding(months: 3)
      })
    let base = steady(forecast.quarters[0], 660)
    let extra = steady(forecast.quarters[0], 198)
    #expect(forecast.total[1].minutes == steady(forecast.quarters[1], 660))
    #expect(forecast.total[0].minutes == base + forecast.total[0].onboarding)
    // The percent, and 9 hours over the 90 days before the end.
    #expect((extra + 530...extra + 541).contains(forecast.total[0].onboarding))
    #expect(forecast.total.map(\.onboardingEnds) == [0, 1, 0, 0])
  }

  @Test func `Growth is assumed only where somebody says so`() {
    var policy = Policy()
    policy.review.growthPercent = 40
    let forecast = forecast(account { $0.effort = Minutes(600) }, policy: policy)
    let shares = zip(forecast.quarters, forecast.total).map { Double($1.growth) / Double(steady($0, 600)) }
    for (share, expected) in zip(shares, [0.05, 0.15, 0.25, 0.35]) { #expect(abs(share - expected) < 0.01) }
  }

  @Test func `Capacity is that of the days a CSM is there`() {
    let forecast = forecast(account()) { csm in
      csm.lastDay = Self.asOf.adding(months: 3).adding(days: -1)
      csm.leave = DateRange(Self.asOf, through: Self.asOf.adding(days: 9))
    }
    let days = Self.asOf.adding(months: 3).days(since: Self.asOf) - 10
    #expect(forecast.total[0].capacity == Int64(Double(130 * 60 * days) / AverageMonth.days))
    #expect(forecast.total[1].capacity == 0)
  }

  @Test func `With a calibration the ranges hold the forecast, and given efforts give way to the log`() throws {
    let log = PlantedLog(seed: 8, accounts: 400) { $0.effort = Minutes(1) }
    let calibration = try Calibrator(log.input()).calibrate()
    let forecast = Forecaster(log.portfolio, calibration).forecast()
    #expect(forecast.source == .calibration)
    for amount in forecast.total {
      #expect(try #require(amount.low) < amount.minutes && amount.minutes < #require(amount.high))
      #expect(amount.minutes > 100 * 400)
    }
  }

  @Test func `Accounts without a CSM stand apart`() {
    let forecast = forecast(account { $0.csmID = nil })
    #expect(forecast.rows.map(\.csm) == ["ann", nil])
    #expect(forecast.rows[1].quarters[0].capacity == nil && forecast.rows[1].quarters[0].minutes > 0)
  }
}
