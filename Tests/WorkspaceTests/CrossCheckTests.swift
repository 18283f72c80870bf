import Portfolio
import Testing

@testable import Workspace

@Suite struct CrossCheckTests {
  private func read(_ accounts: String, csms: String = Sample().csms, policy: String? = nil) throws
    -> LoadedWorkspace
  {
    try Sample(accounts: accounts, csms: csms, policy: policy).read()
  }

  @Test("F21: a circle of parents is shown")
  func parents() throws {
    let workspace = try read(
      "account_id,parent_id,csm_id,tier,region\nA,B,C1,t,r\nB,C,C1,t,r\nC,A,C1,t,r\nD,A,C1,t,r\nE,E,C1,t,r\n")
    #expect(workspace.errors.count == 2)
    #expect(workspace.errors[0].message.contains("A -> B -> C -> A"))
    #expect(workspace.errors[1].message.contains("E -> E"))
    #expect(workspace.exitCode == 65)
  }

  @Test("F21: a circle of managers is shown")
  func managers() throws {
    let workspace = try read(Sample().accounts, csms: "csm_id,regions,manager_id\nC1,r,C2\nC2,r,C1\n")
    #expect(workspace.errors.first?.message.contains("C1 -> C2 -> C1") == true)
  }

  @Test("F21: a CSM who is not in the file is refused with the nearest id")
  func dangling() throws {
    let csms = "csm_id,regions\ndana,r\nrobin,r\n"
    let workspace = try read(
      "account_id,csm_id,tier,region,pinned_csm_id\nA,dna,t,r,\nB,robin,t,r,robyn\nC,xyz,t,r,\n", csms: csms)
    #expect(workspace.errors.map(\.line) == [2, 3, 4])
    #expect(workspace.errors[0].advice == "Maybe `dana` was meant.")
    #expect(workspace.errors[1].advice == "Maybe `robin` was meant.")
    #expect(workspace.errors[2].advice?.contains("incumbents: orphan") == true)
  }

  @Test("An unknown incumbent becomes an orphan where the policy says so")
  func orphans() throws {
    let workspace = try read("account_id,csm_id,tier,region\nA,gone,t,r\n", policy: "incumbents: orphan\n")
    #expect(workspace.portfolio?.accounts[0].csmID == nil)
    #expect(workspace.issues.contains { $0.severity == .warning && $0.line == 2 })
  }

  @Test("An inactive incumbent stays where it is")
  func inactive() throws {
    let workspace = try read(
      "account_id,csm_id,tier,region\nA,C1,t,r\n", csms: "csm_id,regions,active\nC1,r,no\n")
    #expect(workspace.portfolio?.accounts[0].csmID == "C1")
  }

  @Test(
    "F21: names outside the policy's vocabulary are refused with the nearest one; aliases and spelling are not"
  )
  func vocabulary() throws {
    let policy = """
      regions: [EMEA, {name: AMER, aliases: [Americas]}]
      tiers: [Strategic, {name: Mid-Market}]
      domains: [Healthcare]

      """
    let accounts =
      "account_id,csm_id,tier,region,domains\nA,C1,mid market,americas,healthcare\nB,C1,Stratgic,EMAE,Helthcare\n"
    let csms = "csm_id,regions,domains\nC1,EMEA,healthcare:expert\n"
    let workspace = try read(accounts, csms: csms, policy: policy)
    #expect(
      workspace.errors.map(\.advice) == [
        "Maybe `Healthcare` was meant.", "Maybe `EMEA` was meant.", "Maybe `Strategic` was meant.",
      ])
    let good = try read(String(accounts.prefix(while: { $0 != "B" })), csms: csms, policy: policy)
    let account = try #require(good.portfolio?.accounts.first)
    #expect((account.tier, account.region, account.domains) == ("Mid-Market", "AMER", ["Healthcare"]))
  }

  @Test("F21: references of the policy are checked with the nearest name and put into canonical spelling")
  func references() throws {
    let policy = """
      regions: [EMEA, AMER]
      eligibility:
        pins: [{account: A9, csm: C1}]
        forbidden: [{account: A2, csm: C9}]
      locks: [{id: l, when: {regions: [emae], accounts: [A1], csms: [C1]}}]

      """
    let workspace = try Sample(policy: policy).read()
    #expect(
      workspace.errors.map(\.column) == [
        "eligibility.pins[0].account", "eligibility.forbidden[0].csm", "locks[0].when.regions[0]",
      ])
    #expect(workspace.errors.map(\.line) == [3, 4, 5])
    #expect(workspace.exitCode == 78)
    let good = try Sample(policy: "locks: [{id: l, when: {regions: [emea]}}]\n").read()
    #expect(good.portfolio?.policy.locks[0].regions == ["EMEA"])
    let exempt = try Sample(policy: "handoffs: {blackouts: {exempt: [A1, A9]}}\n").read()
    #expect(exempt.errors.map(\.column) == ["handoffs.blackouts.exempt[1]"])
  }

  @Test("Dates that contradict each other are refused")
  func dates() throws {
    let csms =
      "csm_id,regions,leave_start,leave_end,start_date,last_day\nC1,r,2026-03-02,2026-03-01,,\nC2,r,2026-03-02,,,\nC3,r,,,2026-05-01,2026-04-01\n"
    #expect(
      try read("account_id,csm_id,tier,region\nA,C1,t,r\n", csms: csms).errors.map(\.line) == [2, 3, 4])
  }

  @Test("F29: pins that contradict each other or a forbidden pair are refused")
  func pins() throws {
    let accounts =
      "account_id,parent_id,csm_id,tier,region,pinned_csm_id\nA,,C1,t,r,C1\nB,A,C1,t,r,C2\nC,,C1,t,r,C1\n"
    #expect(try read(accounts).portfolio != nil)
    #expect(try read(accounts, policy: "families: {mode: together}\n").error("stay together")?.line == 3)
    let policy = "eligibility: {forbidden: [{account: C, csm: C1}], pins: [{account: A, csm: C2}]}\n"
    let workspace = try read(accounts, policy: policy)
    #expect(workspace.error("forbidden for it")?.line == 4)
    #expect(workspace.error("more than one CSM")?.line == 2)
  }

  @Test("A parent outside the file only groups; an ultimate parent may be the account itself")
  func grouping() throws {
    let portfolio = try read(
      "account_id,Ultimate Parent,csm_id,tier,region\nA,A,C1,t,r\nB,A,C1,t,r\nC,elsewhere,C1,t,r\n"
    ).portfolio
    #expect(portfolio?.accounts.map(\.parentID) == [nil, "A", "elsewhere"])
  }

  @Test("F30: one CSM and everything pinned is a portfolio; no accounts and no CSMs are refused")
  func small() throws {
    #expect(
      try read("account_id,csm_id,tier,region,pinned_csm_id\nA,C1,t,r,C1\n", csms: "csm_id,regions\nC1,r\n")
        .portfolio != nil)
    #expect(try read("account_id,csm_id,tier,region\n").error("no rows") != nil)
    #expect(try read(Sample().accounts, csms: "csm_id,regions\n").error("no rows")?.file == "csms.csv")
  }

  @Test("Expected numbers of rows are checked for both files")
  func expectedRows() throws {
    let workspace = try Sample(policy: "expected_rows: {accounts: 4, csms: 2}\n").read()
    #expect(workspace.errors.map(\.message) == ["The file has 3 rows, but `expected_rows` says 4."])
  }

  @Test("At most 200 issues of a kind are kept, and the rest is counted")
  func bounded() throws {
    let rows = (0..<5_000).map { "A\($0),C1,t,r,x\n" }.joined()
    let workspace = try read("account_id,csm_id,tier,region,arr\n" + rows)
    #expect(workspace.errors.count == 201)
    #expect(workspace.errors.last?.message == "4800 more like these.")
  }

  @Test("F39: the same input gives the same result every time")
  func repeated() throws {
    let first = try Sample(accounts: Sample().accounts + "A1,x,C9,,,,\n").read()
    for _ in 0..<20 {
      let again = try Sample(accounts: Sample().accounts + "A1,x,C9,,,,\n").read()
      #expect(
        again.issues == first.issues && again.digests == first.digests
          && again.columnFacts == first.columnFacts)
    }
  }
}
