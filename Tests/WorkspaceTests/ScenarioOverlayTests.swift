import Portfolio
import TestSupport
import Testing

@testable import Workspace

/// Scenarios laid over a workspace: what each change makes of it, and what is said about those that cannot be made.
@Suite struct ScenarioOverlayTests {
  private static let accounts = #"""
    account_id,account_name,csm_id,tier,region,arr,effort_hours,health,renewal_date,domains
    A1,Alder,ann,Strategic,EMEA,120000,20,80,2026-05-01,retail
    A2,Birch,ann,Small,EMEA,4000,2.5,30,2026-06-30,
    A3,Cedar,ben,Strategic,AMER,90000,,55,,health;retail
    A4,"=Dune, 'the' ""best""",,Small,AMER,,1,,,

    """#
  private static let csms = """
    csm_id,name,regions,domains,capacity_hours,fte
    ann,Ann,EMEA,retail:expert,120,1
    ben,Ben,AMER;EMEA,,,80%

    """
  private static let policy = """
    version: 1
    capacity: { hard: 120, soft: 105 }
    eligibility:
      pins:
        - { account: A1, csm: ann }

    """

  private func folder(_ scenario: String) -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", ScenarioOverlayTests.accounts)
    folder.write("csms.csv", ScenarioOverlayTests.csms)
    folder.write("ballast.yaml", ScenarioOverlayTests.policy)
    folder.write("what-if.yaml", scenario)
    return folder
  }

  private func read(_ folder: TemporaryFolder, scenario: String? = "what-if.yaml") throws -> LoadedWorkspace {
    let day = CalendarDate(dayNumber: 20_500)
    return try WorkspaceReader(directory: folder.path, scenario: scenario.map(folder.file))
      .read(asOf: day, today: day)
  }

  private func laid(_ scenario: String) throws -> (base: Portfolio, changed: Portfolio, facts: ScenarioFacts) {
    let folder = folder(scenario)
    let workspace = try read(folder)
    #expect(workspace.issues.filter { $0.severity == .error } == [])
    return (
      try #require(try read(folder, scenario: nil).portfolio), try #require(workspace.portfolio),
      try #require(workspace.scenario)
    )
  }

  private func errors(_ scenario: String) throws -> [ValidationIssue] {
    let workspace = try read(folder(scenario))
    #expect(workspace.portfolio == nil)
    return workspace.issues.filter { $0.severity == .error }
  }

  @Test(
    "A scenario that changes nothing gives the workspace itself",
    arguments: [
      "quarterly-rebalance", "departure-in-week-5", "tiny-departure", "tiny-orphan-family", "tiny-overload",
    ])
  func nothing(name: String) throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = TemporaryFolder()
    folder.write("nothing.yaml", "name: Nothing\n")
    let day = CalendarDate(dayNumber: 20_773)
    let read = { (scenario: String?) in
      try WorkspaceReader(directory: "\(root)/scenarios/\(name)", scenario: scenario).read(asOf: day, today: day)
    }
    let (base, changed) = (try read(nil), try read(folder.file("nothing.yaml")))
    #expect(base.portfolio != nil)
    #expect(changed.portfolio == base.portfolio)
    #expect(changed.scenario?.changes == [])
  }

  @Test("What the canonical tables say is what is read from them", arguments: UInt64(1)...20)
  func canonical(seed: UInt64) throws {
    var random = RandomPortfolio(seed: seed)
    var drawn = random.drifted()
    // A file may not say that somebody leaves before they start.
    for index in drawn.csms.indices { drawn.csms[index].startDate = nil }
    let first = try reread(drawn)
    #expect(first.accounts.map(\.id) == drawn.accounts.map(\.id))
    #expect(first.accounts.map(\.effort) == drawn.accounts.map(\.effort))
    #expect(first.csms.map(\.capacity) == drawn.csms.map(\.capacity))
    #expect(try reread(first) == first)
  }

  private func reread(_ portfolio: Portfolio) throws -> Portfolio {
    var assembly = WorkspaceAssembly { _ in }
    assembly.readCanonicalTables(
      csms: CanonicalRows<CSMColumn>(portfolio.csms).bytes,
      accounts: CanonicalRows<AccountColumn>(portfolio.accounts).bytes)
    let workspace = assembly.finish(asOf: portfolio.asOf)
    #expect(workspace.issues.filter { $0.severity == .error } == [])
    return try #require(workspace.portfolio)
  }

  @Test("People come, go, are on leave and change")
  func people() throws {
    let (_, changed, facts) = try laid(
      """
      name: Team
      why: Because.
      csms:
        add: [{ csm_id: cleo, regions: [EMEA, AMER], domains: [health] }]
        remove: [{ csm: ann, on: 2026-04-30 }]
        leave: [{ csm: ben, from: 2026-03-01, until: 2026-03-31 }]
        change: [{ where: { regions: AMER }, set: { domains: ["retail:expert"], max_accounts: 3 } }]
        grow: [{ csm: ben, fte: { factor: 0.5 } }]
      """)
    let byID = Dictionary(uniqueKeysWithValues: changed.csms.map { ($0.id, $0) })
    #expect(byID["cleo"]?.regions == ["EMEA", "AMER"])
    #expect(byID["cleo"]?.maxAccounts == 3)
    #expect(byID["ann"]?.lastDay == CalendarDate("2026-04-30"))
    #expect(byID["ben"]?.leave?.end == CalendarDate("2026-03-31"))
    #expect(byID["ben"]?.domains == ["retail": .expert])
    #expect(byID["ben"]?.ftePercent == 40)
    #expect(facts.name == "Team")
    #expect(facts.why == "Because.")
    #expect(facts.changes.contains("CSM ann leaves; last day 2026-04-30."))
    #expect(facts.changes.contains { $0.hasPrefix("CSM cleo is added: regions EMEA;AMER") })
  }

  @Test("A CSM removed without a day is gone already")
  func gone() throws {
    let (_, changed, _) = try laid("name: Gone\ncsms:\n  remove: [{ csm: ben }]\n")
    #expect(changed.csms.first { $0.id == "ben" }?.active == false)
  }

  @Test("Accounts come, go, grow and change, and those that the filter does not meet stay as they are")
  func accounts() throws {
    let (base, changed, facts) = try laid(
      """
      name: Base grows
      accounts:
        add: [{ account_id: A9, tier: Small, region: EMEA, effort_hours: 3 }]
        remove: [{ account: A2 }]
        grow:
          - { where: { tier: strategic }, effort_hours: { factor: 1.25 }, arr: { amount: -20000 } }
        change: [{ where: { csm_id: none }, set: { csm_id: ben, health: 10 } }]
      """)
    let byID = Dictionary(uniqueKeysWithValues: changed.accounts.map { ($0.id, $0) })
    #expect(byID.keys.sorted() == ["A1", "A3", "A4", "A9"])
    #expect(byID["A1"]?.effort == Minutes(1500))
    #expect(byID["A1"]?.arr == Money(100_000))
    #expect(byID["A3"]?.effort == nil)
    #expect(byID["A4"]?.csmID == "ben")
    #expect(byID["A4"]?.health == 10)
    #expect(byID["A4"]?.name == base.accounts.first { $0.id == "A4" }?.name)
    #expect(byID["A9"]?.csmID == "ben")
    #expect(facts.changes.contains { $0.hasSuffix("20 h together become 25 h; 1 have none and stay as they are.") })
  }

  @Test(
    "Amounts and days are compared by size",
    arguments: [
      ("health_below: 56", ["A2", "A3"]), ("arr_at_least: 90000", ["A1", "A3"]),
      ("renewal_date_before: 2026-06-01", ["A1"]),
      ("renewal_date_from: 2026-05-01", ["A1", "A2"]), ("domains: [Retail, bank]", ["A1", "A3"]),
      ("tier: small", ["A2", "A4"]),
      ("account_id: [A2, A3]", ["A2", "A3"]), ("domains: none", ["A2", "A4"]),
    ])
  func filters(condition: String, expected: [String]) throws {
    let (_, changed, _) = try laid(
      "name: F\naccounts:\n  change: [{ where: { \(condition) }, set: { time_zone: X } }]\n")
    #expect(changed.accounts.filter { $0.timeZone == "X" }.map(\.id) == expected)
  }

  @Test("Values of the policy are replaced by path or by section, lists of it are added to")
  func policy() throws {
    let (base, changed, facts) = try laid(
      """
      name: Policy
      policy:
        capacity.hard: 110
        handoffs: { budget: { count: 7 } }
        horizon.periods: 2
      pins: [{ account: A2, csm: ann }]
      forbidden: [{ account: A3, csm: ann, reason: Family }]
      locks: [{ id: quiet, when: { accounts: [A3] } }]
      """)
    #expect(changed.policy.capacity.hard == 110)
    #expect(changed.policy.capacity.soft == base.policy.capacity.soft)
    #expect(changed.policy.handoffs.budgetCount == 7)
    #expect(changed.policy.horizon.periods == 2)
    #expect(changed.policy.eligibility.pins.map(\.accountID) == ["A1", "A2"])
    #expect(changed.policy.eligibility.forbidden.map(\.accountID) == ["A3"])
    #expect(changed.policy.locks.map(\.id) == ["quiet"])
    #expect(facts.changes.first == "capacity.hard becomes 110.")
  }

  @Test("A scenario lies over another, which is applied first; its file counts as an input")
  func chain() throws {
    let folder = folder(
      "name: Top\nbase: below.yaml\naccounts:\n  grow: [{ account: A1, effort_hours: { factor: 2 } }]\n")
    folder.write("below.yaml", "name: Below\naccounts:\n  change: [{ account: A1, set: { effort_hours: 30 } }]\n")
    let workspace = try read(folder)
    #expect(workspace.portfolio?.accounts.first?.effort == Minutes(3600))
    #expect(workspace.scenario?.files == ["below.yaml", "what-if.yaml"])
    #expect(Set(workspace.digests.keys).isSuperset(of: ["accounts.csv", "below.yaml", "what-if.yaml"]))
  }

  @Test("Scenarios that lie on each other in a circle are refused")
  func circle() throws {
    let folder = folder("name: Top\nbase: below.yaml\n")
    folder.write("below.yaml", "name: Below\nbase: ./what-if.yaml\n")
    let workspace = try read(folder)
    #expect(workspace.portfolio == nil)
    #expect(workspace.issues.contains { $0.message.contains("in a circle") })
  }

  @Test(
    "Every fault is found where it stands, with a way out",
    arguments: [
      ("accounts:\n  remove: [{ where: { tier: Strategc } }]", 3, "No account matches", "`Strategic` was meant"),
      ("accounts:\n  remove: [{ where: { teir: Small } }]", 3, "`teir` is not a column", "`tier` was meant"),
      ("accounts:\n  remove: [{}]", 3, "does not say which accounts", "where"),
      ("accounts:\n  grow: [{ account: A1 }]", 3, "does not say what grows", "factor"),
      (
        "accounts:\n  grow: [{ account: A3, effort_hours: { factor: 2 } }]", 3, "None of the accounts has a value",
        "base_hours"
      ),
      ("accounts:\n  change: [{ account: A1 }]", 3, "has no `set`", "set:"),
      ("accounts:\n  add: [{ account_id: A1, tier: Small, region: EMEA }]", 3, "with this id already", "change"),
      ("accounts:\n  add: [{ tier: Small }]", 3, "has no account_id", ""),
      ("csms:\n  remove: [{ csm: anna }]", 3, "No CSM matches: csm_id anna", "`ann` was meant"),
      ("csms:\n  leave: [{ csm: ann, from: 2026-03-01 }]", 3, "`csms.leave[0].until` is missing", ""),
      ("csms:\n  fire: [{ csm: ann }]", 3, "`fire` is not a key", "remove"),
      ("policy:\n  capacity.hrad: 110", 3, "`hrad` is not a key of `capacity`", "`hard`"),
      ("policy:\n  capacity:\n    price_over_soft: many", 4, "must be a price in points", ""),
      ("pins: [{ account: A7, csm: ann }]", 2, "This account is not in accounts.csv", ""),
      ("why: [a]", 2, "`why` must be text", ""),
    ])
  func faults(text: String, line: Int, message: String, advice: String) throws {
    let found = try errors("name: Faulty\n" + text + "\n")
    let issue = try #require(found.first { $0.message.contains(message) }, "\(found)")
    #expect(found.count == 1, "\(found)")
    #expect(issue.file == "what-if.yaml")
    #expect(issue.line == line)
    #expect(issue.advice?.contains(advice) ?? advice.isEmpty)
  }

  @Test("A value that no column takes is reported as in a file, with the name of the table")
  func values() throws {
    let found = try errors("name: V\ncsms:\n  change: [{ csm: ann, set: { capacity_hours: lots } }]\n")
    #expect(found.map(\.file) == ["csms.csv with the scenario"])
    #expect(found.first?.value == "lots")
  }

  @Test("An account that leaves while the policy names it is said, not dropped")
  func danglingPin() throws {
    let found = try errors("name: V\naccounts:\n  remove: [{ account: A1 }]\n")
    #expect(found.map(\.message) == ["This account is not in accounts.csv."])
  }

  @Test(
    "Aliases and empty files are refused", arguments: ["name: &a x\nwhy: *a\n", "", "- a\n- b\n", "name: x\nname: y\n"])
  func malformed(text: String) throws {
    #expect(try !errors(text).isEmpty)
  }
}
