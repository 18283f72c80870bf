import Portfolio
import Testing

@testable import Workspace

@Suite struct PolicyTests {
  private func read(_ text: String) -> (document: PolicyDocument, issues: [ValidationIssue]) {
    let issues = IssueCollector()
    let document = PolicyFile(file: "ballast.yaml", issues: issues).read(Array(text.utf8))
    return (document, issues.sorted())
  }

  @Test(
    "An empty policy is the default policy",
    arguments: ["", "\n", "# nothing\n", "version: 1\n", "horizon:\n", "---\n", "{}"])
  func empty(text: String) {
    let (document, issues) = read(text)
    #expect(issues == [])
    #expect(document.policy == Policy())
  }

  @Test("Every key is read into its place")
  func everyKey() {
    let (document, issues) = read(everyKeyText)
    #expect(issues == [])
    let policy = document.policy
    #expect(policy.currency == "USD")
    #expect(
      policy.regions == [RegionDefinition(name: "EMEA", adjacent: ["AMER"]), RegionDefinition(name: "AMER")])
    #expect(
      policy.tiers == [
        TierDefinition(name: "Strategic", strategic: true), TierDefinition(name: "Key", strategic: true),
      ])
    #expect(policy.horizon.periods == 6 && policy.horizon.period == .week && policy.horizon.tailMonths == 12)
    #expect(
      policy.horizon.holidays[0].range.end.description == "2026-08-31"
        && policy.horizon.holidays[0].regions == ["EMEA"])
    #expect(policy.effort.base["Strategic"] == Minutes(1230) && policy.effort.base["Small"] == Minutes(60))
    #expect(policy.effort.base.default == Minutes(120) && policy.effort.renewal["Strategic"] == Minutes(240))
    #expect(policy.effort.postureValue == PerTier(Money(100_000)) && policy.effort.servePercent == -50)
    #expect(
      (policy.capacity.targetLow, policy.capacity.hard) == (60, 110) && policy.capacity.ramp == [50, 100])
    #expect(policy.capacity.priceOverHard == Points(micropoints: 3_250_000))
    #expect(policy.eligibility.region == .off && policy.eligibility.requiredLevel["Strategic"] == .expert)
    #expect(policy.eligibility.pins == [Pairing(accountID: "A", csmID: "C", reason: "asked for")])
    #expect(policy.books.maxARR == Money(5_000_000) && policy.books.maxAccounts == nil)
    #expect(
      policy.books.segmentShares == [
        .init(.region, "EMEA", percent: 60), .init(.domain, "Retail", percent: 40),
      ])
  }

  @Test("Every key of people and time is read into its place")
  func everyKeyOfHandoffs() {
    let (document, _) = read(everyKeyText)
    let policy = document.policy
    #expect(policy.continuity.price["anything"] == Points(200) && policy.continuity.maximumTenureYears == 3)
    let moment = policy.handoffs.moments[0]
    #expect(
      policy.handoffs.moments.count == 1 && moment.id == "after"
        && (moment.firstDay, moment.lastDay) == (-3, 20))
    #expect(moment.event == .onboardingEnd && moment.overlapWeeks == 2 && !moment.customerMeetsBoth)
    #expect(policy.handoffs.blackouts.ranges[0].price == Points(5) && !policy.handoffs.blackouts.turnOfYear)
    #expect(
      policy.handoffs.budgetCount == 40 && policy.handoffs.budgetShare == 5 && policy.handoffs.slotsAreHard)
    #expect(
      policy.locks.count == 1 && policy.locks[0].lifecycles == [.churning]
        && policy.locks[0].price == Points(7))
    #expect(
      policy.families.mode == .together && policy.coverage.leaveDays == 10
        && policy.export.csmField == "Owner__c")
    #expect(document.settings.exchangeRates["EUR"]?.millionths == 1_085_000)
    #expect(document.settings.unknownIncumbentsAreOrphans && document.settings.expectedAccounts == 10)
    #expect(document.settings.formats.dates == .dmy && document.settings.formats.decimal == 0x2C)
    #expect(document.settings.columns["accounts"] == ["csm_id": "Owner"])
  }

  @Test("F25: an alias bomb is refused at once, in block and flow form")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let item = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: item, count: 10).joined(separator: ", "))]\n"
    }
    let start = ContinuousClock().now
    let (document, issues) = read(text)
    #expect(ContinuousClock().now - start < .milliseconds(50))
    #expect(issues.map(\.message) == ["Aliases are not read."])
    #expect(issues[0].line == 2 && document.policy == Policy())
    let flow = "{a: &x 1, b: [*x,*x]}"
    #expect(read(flow).issues.map(\.message) == ["Aliases are not read."])
    #expect(
      read("a: 'it''s'\nb: \"&\"\nc: |\n  'x\nd: &q 1\ne: *q\n").issues.map(\.message) == [
        "Aliases are not read."
      ])
    #expect(read("currency: &c EUR\n").issues.map(\.message) == ["Anchors are not read."])
  }

  @Test("Ampersands and asterisks in text are no aliases")
  func harmlessSigns() {
    let (document, issues) = read("tiers: ['R&D *top*', \"*\"]\n# R&D and *more*\n")
    #expect(issues == [])
    #expect(document.policy.tiers.map(\.name) == ["R&D *top*", "*"])
  }

  @Test("F26: deep nesting is refused", arguments: [40, 900, 5_000, 200_000])
  func depth(levels: Int) {
    #expect(!read("a: " + String(repeating: "[", count: levels)).issues.isEmpty)
    #expect(
      !read("a: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).issues
        .isEmpty)
    #expect(
      !read(String(repeating: "{a: ", count: levels) + "1" + String(repeating: "}", count: levels)).issues
        .isEmpty)
    #expect(!read("a:\n " + String(repeating: "- ", count: levels) + "x").issues.isEmpty)
    #expect(!read("a:\n " + String(repeating: "? ", count: min(levels, 2_000)) + "x").issues.isEmpty)
  }

  @Test("F26: a policy of 100 MiB is refused without reading it")
  func large() throws {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", Sample().accounts)
    folder.write("csms.csv", Sample().csms)
    folder.write("ballast.yaml", [UInt8](repeating: 0x23, count: 100 << 20))
    let workspace = try WorkspaceReader(directory: folder.path).read(asOf: nil, today: Sample.today)
    #expect(workspace.exitCode == 78)
    #expect(workspace.errors[0].message.contains("larger than"))
  }

  @Test(
    "F27: a misspelt key is named with its line and the key that was meant",
    arguments: [
      ("horizont: {}\n", "Did you mean `horizon`?"), ("horizon:\n  perids: 3\n", "Did you mean `periods`?"),
      ("handoffs: {slot_in_per_week: 2}\n", "Did you mean `slots_in_per_week`?"),
      ("locks: [{id: a, when: {at_rsk: true}}]\n", "Did you mean `at_risk`?"),
      ("columns: {accounts: {account: Id}}\n", ""), ("nonsense: 1\n", "Maybe one of"),
    ])
  func unknown(text: String, advice: String) {
    let issues = read(text).issues
    #expect(issues.count >= 1)
    #expect(issues[0].message.contains("is not a key of"))
    #expect(issues[0].line != nil && issues[0].origin == .policy)
    #expect(issues[0].advice?.hasPrefix(advice) == true)
  }

  @Test("F27: duplicate keys are refused with both lines")
  func duplicates() {
    let issues = read("horizon:\n  periods: 3\n  start: 2026-01-01\n  periods: 4\n").issues
    #expect(issues.count == 1)
    #expect(issues[0].message.contains("`periods` is given twice: lines 2 and 4"))
    #expect(issues[0].line == 4)
    #expect(read("currency: EUR\ncurrency: EUR\n").issues[0].message.contains("lines 1 and 2"))
  }

  @Test(
    "F28: values of another type are refused, whatever YAML would make of them",
    arguments: [
      "regions: [NO, SE]", "regions: [yes]", "tiers: [017]", "tiers: [12:30]", "domains: [.nan]",
      "domains: [~]", "regions: [1e3]", "tiers: [0x1F]",
      "horizon: {start: 2024-02-30}", "horizon: {start: 20240201}", "horizon: {periods: 017}",
      "horizon: {periods: '3'}",
      "horizon: {periods: 3.0}", "horizon: {periods: 12:30}", "horizon: {periods: three}",
      "horizon: {periods: 0}",
      "horizon: {periods: 53}", "capacity: {hours_per_month: .nan}", "capacity: {hours_per_month: .inf}",
      "capacity: {hours_per_month: -1}", "capacity: {hours_per_month: 1e3}",
      "capacity: {hours_per_month: 1_000}",
      "capacity: {hours_per_month: '130'}", "capacity: {hours_per_month: 0130}",
      "capacity: {price_over_hard: 0.1234567}",
      "capacity: {price_over_hard: 1000001}", "capacity: {soft: 90%}", "effort: {includes_events: yes}",
      "effort: {includes_events: NO}", "effort: {includes_events: 'true'}",
      "effort: {high_arr: 9223372036854775808}",
      "effort: {high_arr: 2000000000000}", "eligibility: {region: maybe}", "eligibility: {region: [ban]}",
      "horizon: [1]", "horizon: 3", "locks: {id: a}", "regions: EMEA", "version: 2", "version: '1'",
      "currency: eur",
      "capacity: {ramp: 50}", "handoffs: {moments: [{id: a, event: renewal, days: [5, 1]}]}",
      "handoffs: {moments: [{id: a, event: renewal, days: [1]}]}", "exchange_rates: {USD: 0}",
      "export: {id_field: ''}",
      "effort: {base_hours: {NO: 3}}", "formats: {decimal: ;}", "formats: {countries: {NO: EMEA}}",
    ])
  func types(text: String) {
    let issues = read(text + "\n").issues
    #expect(issues.count == 1, "\(text): \(issues)")
    #expect(issues.first?.severity == .error && issues.first?.line == 1 && issues.first?.column != nil)
  }

  @Test("All problems of a policy are found at once, each with line, path, value and what was expected")
  func allAtOnce() {
    let text =
      "version: 3\nhorizon:\n  periods: many\n  strat: 2026-01-01\ncapacity:\n  soft: 'x'\nlocks:\n  - {id: a}\n"
    let issues = read(text).issues
    #expect(issues.map(\.line) == [1, 3, 4, 6, 8])
    #expect(issues[1].column == "horizon.periods" && issues[1].value == "many")
    #expect(issues[1].message == "`horizon.periods` must be a whole number from 1 to 52.")
    #expect(issues[2].advice == "Did you mean `start`?")
  }

  @Test("Limits and prices of capacity must not decrease")
  func convexity() {
    #expect(read("capacity: {target_low: 90}\n").issues.map(\.column) == ["capacity.target_high"])
    #expect(read("capacity: {soft: 120}\n").issues.map(\.column) == ["capacity.hard"])
    #expect(read("capacity: {price_over_soft: 3}\n").issues.map(\.column) == ["capacity.price_over_hard"])
    #expect(read("handoffs: {blackouts: {renewal_days: 30}}\n").issues.count == 1)
  }

  @Test("Ids of moments and locks, and names of a vocabulary, are given once")
  func uniqueIDs() {
    #expect(
      read("locks:\n  - {id: a, when: {at_risk: true}}\n  - {id: a, when: {at_risk: false}}\n").issues.map(
        \.line) == [3])
    #expect(read("handoffs: {moments: [{id: a, event: any}, {id: a, event: qbr}]}\n").issues.count == 1)
    #expect(read("regions: [EMEA, emea]\n").issues.count == 1)
    #expect(read("tiers: [A, {name: B, aliases: [a]}]\n").issues.count == 1)
  }

  @Test("Priorities are weights, the default levels, or levels with their rules and one for the rest")
  func priorities() {
    #expect(read("priorities: weights\n").document.policy.priorities.levels == [])
    #expect(read("priorities: levels\n").document.policy.priorities.levels == PriorityPolicy.defaultLevels)
    let own = read("priorities:\n  - {name: Care, rules: [coverage, leave]}\n  - rules: [continuity]\n")
    #expect(own.issues == [])
    let levels = own.document.policy.priorities.levels
    #expect(levels.map(\.name) == ["Care", "Level 2", PriorityPolicy.restName])
    #expect(Set(levels.flatMap(\.rules)) == Set(PriorityPolicy.pricedRules))
    #expect(levels.flatMap(\.rules).count == PriorityPolicy.pricedRules.count)
  }

  @Test(
    "Levels that name a rule twice, an unknown one or one without a price are refused",
    arguments: [
      "level", "[]", "[{name: A}]", "[{name: A, rules: [region, region]}]", "[{rules: [pin]}]", "[{rules: [regions]}]",
      "[{rules: [region]}, {rules: [region]}]", "[{rules: [region], weight: 2}]",
    ])
  func badPriorities(text: String) {
    #expect(read("priorities: \(text)\n").issues.count == 1)
  }

  @Test(
    "F28: files that are not YAML, or several documents, are refused",
    arguments: [
      "a: [", "a: b: c", "\t- x", "'", "a: 1\n---\nb: 2\n", "- 1", "just text", "a: !!binary x", "%YAML 9\n",
      "a: \"\\x\"",
    ])
  func malformed(text: String) {
    #expect(!read(text).issues.isEmpty)
  }

  @Test("F16: a policy that is not UTF-8 is refused as a policy")
  func encoding() {
    let issues = IssueCollector()
    _ = PolicyFile(file: "ballast.yaml", issues: issues).read(Array("currency: ".utf8) + [0xFC, 0x0A])
    #expect(issues.sorted().map(\.origin) == [.policy])
  }

  @Test("A table per tier may use an alias of the tier")
  func tierAlias() {
    let (document, issues) = read(
      "tiers: [{name: Small, aliases: [SMB]}]\neffort: {base_hours: {SMB: 0.5}}\n")
    #expect(issues == [])
    #expect(document.policy.effort.base["Small"] == Minutes(30))
  }

  @Test("F26: large policies of every shape are read or refused quickly")
  func largeShapes() {
    for unit in [
      "[", "{", "- ", "? ", "a: ", "!a ", "\"", "'", "%a\n", "a\n", "- a\n", "#\n", "&a ", "*a ", "|\n",
      "{a: [", "a, ",
    ] {
      let text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
      let start = ContinuousClock().now
      #expect(!read(text).issues.isEmpty || unit == "#\n", "\(unit)")
      #expect(ContinuousClock().now - start < .seconds(20), "\(unit)")
    }
  }

  @Test("Moments and locks of a policy replace the default lists, also by an empty list")
  func replacedLists() {
    #expect(read("locks: []\n").document.policy.locks == [])
    #expect(read("handoffs: {moments: []}\n").document.policy.handoffs.moments == [])
    #expect(read("locks:\n").document.policy.locks == LockRule.defaults)
  }
}

private let everyKeyText = """
  version: 1
  currency: USD
  exchange_rates: {EUR: 1.085}
  formats: {dates: dmy, decimal: ",", currency_sign: $, final_line_end: optional, countries: {Germany: EMEA}}
  columns: {accounts: {csm_id: Owner}, csms: {}}
  incumbents: orphan
  expected_rows: {accounts: 10, csms: 3}
  regions: [{name: EMEA, adjacent: [AMER], aliases: [Europe]}, AMER]
  tiers: [Strategic, {name: Key, strategic: true}]
  domains: [Retail, {name: Health, aliases: [Care]}]
  horizon:
    start: 2026-01-05
    periods: 6
    period: week
    tail_months: 12
    holidays: [{from: 2026-08-01, to: 2026-08-31, regions: [EMEA], reason: Summer}]
  effort:
    base_hours: {default: 2, strategic: 20.5}
    includes_events: true
    onboarding_hours: 8
    renewal_hours: 4
    event_days: 60
    onboarding_percent: 10
    low_health_percent: 20
    escalation_percent: 30
    high_arr_percent: 40
    low_health: 50
    high_arr: 300000
    posture: {value: 100000, potential: 50000, invest_percent: 10, defend_percent: 5, grow_percent: 1, serve_percent: -50}
  capacity:
    hours_per_month: 120
    target_low: 60
    target_high: 80
    soft: 95
    hard: 110
    price_under_target: 0.01
    price_over_target: 0.2
    price_over_soft: 1
    price_over_hard: 3.25
    ramp: [50, 100]
    ramp_step_days: 14
    pool_effort_percent: 50
  eligibility:
    region: off
    adjacent_price: 1
    region_price: 2
    required_level: {default: basic, Strategic: expert}
    weak_percent: 10
    missing_percent: 20
    weak: price
    missing: {default: off, strategic: ban}
    price_per_extra_minute: 2
    tier: price
    tier_price: 3
    language: off
    language_price: 4
    forbidden_price: 5
    forbidden: [{account: B, csm: C}]
    pins: [{account: A, csm: C, reason: asked for}]
  books:
    max_accounts: null
    max_strategic: 5
    max_at_risk: 3
    max_arr: 5000000
    segment_shares: [{region: EMEA, percent: 60}, {domain: Retail, percent: 40}]
  balance: {hours_price: 0.1, arr_price: 0.2}
  continuity: {price: 200, percent_per_year: 5, maximum_tenure_years: 3, at_risk_percent: 10, percent_per_change: 15}
  handoffs:
    moments:
      - {id: after, event: onboarding-end, days: [-3, 20], tiers: [Key], price: 1.5, overlap_weeks: 2, checklist: [one, two], meets_both: false}
    blackouts:
      renewal_days: 80
      renewal_hard_days: 40
      renewal_price: 100
      onboarding: false
      recent_handoff_days: 30
      turn_of_year: false
      ranges: [{from: 2026-07-01, to: 2026-07-10, price: 5, reason: Fair}]
    slots_in_per_week: 3
    slots_out_per_week: 4
    slot_price: 100
    slots_are_hard: true
    overlap_weeks: {default: 1, Key: 4}
    overlap_share_percent: 40
    giving_hours: 1
    receiving_hours: 2
    budget: {count: 40, arr: 10000000, share_percent: 5}
    forced_price: 50
    shortening_price: 60
  locks:
    - id: churning
      reason: Leaving anyway
      when: {at_risk: true, lifecycles: [churning], tiers: [Key], regions: [EMEA], csms: [C], accounts: [A], arr_at_least: 5}
      price: 7
  families: {mode: together, split_price: 10}
  coverage: {unassigned_price: {default: 1000}, price_per_minute: 5, uncovered_leave_percent: 20, leave_days: 10, cover_price: 30}
  priorities: weights
  export: {id_field: Id, csm_field: Owner__c}

  """
