import PlanDocument
import Portfolio
import Testing

@testable import Calibration

/// What a log does not say is not made up.
@Suite struct RefusalTests {
  private func document(_ log: PlantedLog) throws -> CalibrationDocument {
    try Calibrator(log.input()).calibrate().document
  }

  private func coefficient(_ key: String, _ document: CalibrationDocument) -> CalibratedCoefficient? {
    document.coefficients.first { $0.key == key || $0.tier == key }
  }

  @Test func `A log that is too short is refused, with the days that are missing`() {
    var log = PlantedLog(seed: 1, accounts: 100)
    log.activities.removeAll { $0.date < PlantedLog.asOf.adding(days: -50) }
    let first = log.activities.map(\.date).min()
    let days = first.map { PlantedLog.asOf.days(since: $0) } ?? 0
    #expect(throws: CalibrationRefusal(reasons: ["The log covers \(days) days; 60 are needed, \(60 - days) more."])) {
      try document(log)
    }
  }

  @Test func `An empty log, or one of the future, is refused`() {
    var log = PlantedLog(seed: 1, accounts: 20)
    log.activities = [Activity(date: PlantedLog.asOf, accountID: "A100000", minutes: Minutes(30))]
    let refusal = CalibrationRefusal(reasons: ["There is no activity before \(PlantedLog.asOf)."])
    #expect(throws: refusal) { try document(log) }
    log.activities = []
    #expect(throws: refusal) { try document(log) }
  }

  @Test func `Too few accounts in every tier are refused, with how many are missing`() throws {
    let log = PlantedLog(seed: 1, accounts: 12) { $0.tier = "small" }
    let refusal = #expect(throws: CalibrationRefusal.self) { try document(log) }
    #expect(refusal?.reasons == ["No tier has 15 accounts that count: small 12 (3 more)."])
  }

  @Test func `Accounts that were not held all the time do not count, and are counted`() throws {
    var log = PlantedLog(seed: 2, accounts: 400)
    log.accounts[0].csmSince = PlantedLog.asOf.adding(days: -30)
    log.accounts[1].csmID = nil
    (log.accounts[2].lifecycle, log.accounts[2].onboardingEnd) = (.mature, PlantedLog.asOf.adding(days: -40))
    (log.accounts[3].escalationOpen, log.accounts[3].escalationClosedOn) = (false, PlantedLog.asOf.adding(days: -40))
    log.activities.removeAll { $0.accountID == log.accounts[4].id }
    log.accounts[4].csmID = "bob"
    let document = try document(log)
    let counts = document.leftOut
    #expect([counts.heldTooShort, counts.nobody, counts.changed, counts.withoutLog] == [1, 1, 2, 1])
    #expect(document.accounts == 395 && counts.total == 5)
  }

  @Test func `An account that nobody wrote down in a log that is kept got nothing`() throws {
    var log = PlantedLog(seed: 2, accounts: 400)
    log.activities.removeAll { $0.accountID == log.accounts[4].id }
    #expect(try document(log).accounts == 400)
  }

  @Test func `A coefficient with too few accounts stays as it is`() throws {
    var count = 0
    let log = PlantedLog(seed: 3, accounts: 400) { account in
      account.escalationOpen = count < 6
      count += 1
    }
    let escalation = try #require(coefficient("escalation_percent", document(log)))
    #expect(escalation.state == .tooFew && escalation.accounts == 6 && escalation.fitted == nil && escalation.now == 30)
  }

  @Test func `A column that cannot be told from others is named, with those`() throws {
    let log = PlantedLog(seed: 4, accounts: 400) { $0.escalationOpen = ($0.health ?? 100) < 60 }
    let found = try document(log)
    let escalation = try #require(coefficient("escalation_percent", found))
    #expect(escalation.state == .collinear && escalation.sameAs == ["low_health_percent"])
    let tierLog = PlantedLog(seed: 4, accounts: 400) { account in
      account.arr = Money(account.tier == "strategic" ? 900_000 : 20_000)
    }
    let high = try #require(coefficient("high_arr_percent", document(tierLog)))
    #expect(high.state == .collinear && high.sameAs?.first == "base of strategic")
  }

  @Test func `Without thresholds no posture is fitted`() throws {
    let log = PlantedLog(seed: 6, accounts: 400)
    var input = log.input()
    input.portfolio.policy.effort.postureValue = nil
    input.portfolio.policy.effort.posturePotential = nil
    let document = try Calibrator(input).calibrate().document
    #expect(!document.coefficients.contains { $0.key.hasPrefix("posture") })
  }

  @Test func `What would have to be negative is clipped, and called so`() throws {
    var log = PlantedLog(seed: 7, accounts: 600, noise: 0.1)
    let escalated = Set(log.accounts.filter(\.escalationOpen).map(\.id))
    for index in log.activities.indices where escalated.contains(log.activities[index].accountID) {
      log.activities[index].minutes = Minutes(log.activities[index].minutes.value / 2)
    }
    let found = try #require(coefficient("escalation_percent", document(log)))
    #expect(found.state == .clipped && found.fitted == 0)
  }
}
