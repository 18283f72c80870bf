import Portfolio
import Testing

@testable import Workspace

/// The columns and the policy that only the review reads.
@Suite struct ReviewColumnTests {
  @Test(
    "Trends are signed numbers or one of three words",
    arguments: [
      ("-18", Trend.change(-18)), ("+4", .change(4)), ("12%", .change(12)), ("-3.5", .change(-4)),
      ("\u{2212}7 %", .change(-7)),
      ("falling", .falling), ("Flat", .steady), ("UP", .rising), ("0", .change(0)),
    ])
  func trend(text: String, expected: Trend) throws {
    let account = try #require(try Sample.column("usage_trend", [text]).read().portfolio?.accounts.first)
    #expect(account.usageTrend == expected)
  }

  @Test("Anything else is an error with advice", arguments: ["-", "N/A", "lots", "1e3", "--4", "5000", "NaN"])
  func notATrend(text: String) throws {
    let workspace = try Sample.column("health_trend", [text]).read()
    let error = try #require(workspace.error("This is not a change of health"))
    #expect(error.line == 2 && error.column == "health_trend" && error.value == text && error.advice != nil)
  }

  @Test func `Words of sponsors and transitions are read, others are errors with the nearest one`() throws {
    let sample = Sample.column("sponsor,transition,transition_on,market_segment,next_goal,goal_due", [])
    var good = sample
    good.accounts += "A1,C1,Small,EMEA,Quiet,merger,2026-02-01,Mid,Go live,2026-03-01\n"
    let account = try #require(try good.read().portfolio?.accounts.first)
    #expect(account.sponsor == .quiet && account.transition == .merger && account.marketSegment == "Mid")
    #expect(account.nextGoal == "Go live" && account.goalDue == CalendarDate("2026-03-01"))
    var bad = sample
    bad.accounts += "A1,C1,Small,EMEA,quite,merged,31.31.2026,N/A,Go live,x\n"
    let errors = try bad.read().errors
    #expect(errors.count == 5 && errors.allSatisfy { $0.line == 2 && $0.advice != nil })
    #expect(errors.contains { $0.advice?.contains("quiet") == true })
  }

  @Test func `A goal may name people and stays out of messages`() throws {
    let text = try Sample.column("next_goal", ["Call Dana Example"]).read().allText
    #expect(!text.contains("Dana"))
  }

  private func read(_ rows: String) throws -> LoadedWorkspace {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", Sample().accounts)
    folder.write("csms.csv", Sample().csms)
    folder.write("log.csv", "date,account_id,csm_id,minutes,kind\n" + rows)
    return try WorkspaceReader(directory: folder.path, activities: "\(folder.path)/log.csv")
      .read(asOf: nil, today: Sample.today)
  }

  @Test func `Activities are read with their ids in the spelling of the tables`() throws {
    let workspace = try read("2024-05-01,A1,dana@example.org,45,call\n2024-05-02,A2,,0,\n")
    #expect(
      workspace.activities == [
        Activity(
          date: try #require(CalendarDate("2024-05-01")), accountID: "A1", csmID: "C1", minutes: Minutes(45),
          kind: "call"),
        Activity(date: try #require(CalendarDate("2024-05-02")), accountID: "A2", minutes: .zero),
      ])
    #expect(workspace.digests["log.csv"] != nil)
  }

  @Test func `Everything wrong with activities is reported at once`() throws {
    let rows = "2024-02-30,A1,C1,45,\n2024-05-01,,C1,45,\n2024-05-01,A1,C1,2000,\n,A1,C1,,\n2024-05-01,A1,C1,-5,\n"
    let errors = try read(rows).errors
    #expect(errors.map(\.line) == [2, 3, 4, 5, 5, 6])
    #expect(errors.allSatisfy { $0.file == "log.csv" && $0.advice != nil })
  }

  @Test func `Accounts that have left, people who have left and days to come are warned about`() throws {
    let workspace = try read("2024-05-01,A9,C1,45,\n2024-05-01,A1,C9,45,\n2099-05-01,A1,C1,45,\n")
    #expect(workspace.errors.isEmpty && workspace.activities?.count == 1)
    #expect(workspace.activities?.first?.csmID == nil)
    #expect(workspace.issues.filter { $0.severity == .warning }.map(\.line) == [2, 3, 4])
    #expect(!workspace.allText.contains("orphan"))
  }

  @Test func `Percentiles of postures become amounts by tier`() throws {
    var sample = Sample()
    sample.accounts = "account_id,csm_id,tier,region,arr,potential\n"
    for index in 1...10 {
      sample.accounts += "A\(index),C1,\(index < 6 ? "Small" : "Large"),EMEA,\(index)00,\(index)0\n"
    }
    let effort = { (text: String) throws -> EffortPolicy? in
      sample.policy = "effort: {posture: {\(text)}}\n"
      return try sample.read().portfolio?.policy.effort
    }
    let base = try effort("value_percentile: 50, potential_percentile: 80")
    #expect(base?.postureValue?["Small"] == Money(500) && base?.posturePotential?["Large"] == Money(80))
    let tier = try effort("value_percentile: {Small: 40}, potential: 1, within: tier")
    #expect(tier?.postureValue?["Small"] == Money(200) && tier?.postureValue?["Large"] == Money(.max))
    #expect(try effort("value: {Small: 7}, potential: 1")?.postureValue?["Large"] == Money(.max))
  }

  @Test(
    "A threshold is one thing, and there are two of them",
    arguments: [
      "value: 1", "value_percentile: 50", "value: 1, value_percentile: 50, potential: 1",
      "potential: 3, invest_percent: 5",
    ])
  func thresholds(text: String) throws {
    var sample = Sample()
    sample.policy = "effort: {posture: {\(text)}}\n"
    #expect(try sample.read().exitCode == 78)
  }

  @Test func `Percents of postures may be given without thresholds: the review has some of its own`() throws {
    var sample = Sample()
    sample.policy = "effort: {posture: {grow_percent: 20}}\n"
    #expect(try sample.read().portfolio?.policy.effort.growPercent == 20)
  }

  @Test func `The section of the review is read`() throws {
    var sample = Sample()
    sample.policy = """
      review:
        service: {invest: {cadence_days: 14, seniorities: [senior], pool: false}, unmapped: {cadence_days: 70}}
        churn: {critical_percent: 50, sponsor_percent: 20}
        concentration: {domain_percent: 30, csm_percent: 25}
        cost_per_hour: 95
        criteria:
          - {id: a, reason: Because, outcome: keep, price: 2.5, when: {health_below: 50, effort_hours_at_least: 1.5, tiers: [Small]}}
          - {id: b, outcome: pool, when: {profit_below: -100, postures: [serve, grow]}}

      """
    let review = try #require(try sample.read().portfolio?.policy.review)
    #expect(review.services[.invest] == .init(cadenceDays: 14, seniorities: ["senior"], pool: false))
    #expect(review.unmapped.cadenceDays == 70 && review.churn.critical == 50 && review.churn.sponsor == 20)
    #expect(review.concentration.domain == 30 && review.concentration.csm == 25 && review.costPerHour == Money(95))
    #expect(review.criteria.map(\.id) == ["a", "b"] && review.criteria.map(\.outcome) == [.keep, .pool])
    #expect(
      Set(review.criteria[0].bounds) == [.init(.health, isAtLeast: false, 50), .init(.effort, isAtLeast: true, 90)])
    #expect(review.criteria[0].tiers == ["Small"] && review.criteria[0].price == Points(micropoints: 2_500_000))
    #expect(review.criteria[1].bounds == [.init(.profit, isAtLeast: false, -100)])
    #expect(review.criteria[1].postures == [.serve, .grow])
  }

  @Test(
    "Faults of the section are found",
    arguments: [
      "review: {period: 90}", "review: {churn: {low_percent: 50}}", "review: {good_health: 20}",
      "review: {criteria: [{id: a, outcome: keep}]}",
      "review: {criteria: [{id: a, outcome: move, when: {arr_below: 1}}]}",
      "review: {service: {invest: {cadence_days: 0}}}", "review: {criteria: [{id: a, outcome: keep, when: {arr: 1}}]}",
    ])
  func faults(text: String) throws {
    var sample = Sample()
    sample.policy = text + "\n"
    let workspace = try sample.read()
    #expect(workspace.exitCode == 78 && workspace.errors.allSatisfy { $0.line != nil })
  }

  @Test func `A scenario over the files keeps what only the review reads`() throws {
    let folder = TemporaryFolder()
    folder.write(
      "accounts.csv",
      "account_id,csm_id,tier,region,health_trend,usage_trend,sponsor,transition,transition_on,market_segment,next_goal,goal_due\n"
        + "A1,C1,Small,EMEA,-12,rising,gone,merger,2026-02-01,Mid,Go live,2026-03-01\n")
    folder.write("csms.csv", Sample().csms)
    folder.write("grow.yaml", "name: Grow\naccounts:\n  change: [{account: A1, set: {tier: Large}}]\n")
    let read = { (scenario: String?) in
      try WorkspaceReader(directory: folder.path, scenario: scenario).read(asOf: nil, today: Sample.today).portfolio
    }
    var expected = try #require(try read(nil)?.accounts.first)
    expected.tier = "Large"
    #expect(try read("\(folder.path)/grow.yaml")?.accounts == [expected])
  }
}
