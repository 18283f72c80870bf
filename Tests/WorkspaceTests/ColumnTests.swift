import Portfolio
import Testing

@testable import Workspace

@Suite struct ColumnTests {
  private func read(_ accounts: String, csms: String = Sample().csms, policy: String? = nil) throws
    -> LoadedWorkspace
  {
    try Sample(accounts: accounts, csms: csms, policy: policy).read()
  }

  @Test("A Salesforce export loads without editing")
  func salesforce() throws {
    let workspace = try read(
      "\"Id\",\"Name\",\"ParentId\",\"CSM__c\",\"ARR__c\",\"Segment\",\"Territory\",\"Industry\",\"AnnualRevenue\",\"LastActivityDate\"\n"
        + "\"001A\",\"Alder\",\"\",\"C1\",\"1000\",\"Small\",\"EMEA\",\"Retail\",\"999999\",\"2025-01-02T00:00:00Z\"\n"
    )
    let account = try #require(workspace.portfolio?.accounts.first)
    #expect(account.arr == Money(1000))
    #expect(account.domains == ["Retail"])
    #expect(workspace.issues.contains { $0.severity == .note && $0.message.contains("AnnualRevenue") })
  }

  @Test("A HubSpot export with MRR and countries loads with a country table")
  func hubspot() throws {
    let policy = "regions: [EMEA, AMER]\nformats: {countries: {Germany: EMEA, 'United States': AMER}}\n"
    let workspace = try read(
      "Record ID,Company name,hubspot_owner_id,MRR,Segment,Country,hs_csm_sentiment\n1,Alder,dana@example.org,100.5,Small,germany,healthy\n",
      policy: policy)
    let account = try #require(workspace.portfolio?.accounts.first, "\(workspace.issues)")
    #expect(account.arr == Money(1206))
    #expect(account.csmID == "C1")
    #expect(account.region == "EMEA")
    let unknown = try read("Id,CSM,Tier,BillingCountry\n1,C1,t,Chile\n", policy: policy)
    #expect(unknown.error("no region")?.value == "Chile")
  }

  @Test("An explicit mapping wins, and a header that it names must be there")
  func explicit() throws {
    let text = "Id,OwnerId,csm_id,Segment,Zone,Region\n1,C2,C1,Small,EMEA,x\n"
    let policy = "columns: {accounts: {csm_id: OwnerId, region: Zone}}\n"
    let workspace = try read(text, policy: policy)
    #expect(workspace.portfolio?.accounts.first?.csmID == "C2")
    #expect(workspace.portfolio?.accounts.first?.region == "EMEA")
    #expect(workspace.incumbentsFromOwnerID)
    let wrong = try read(text, policy: "columns: {accounts: {region: Zones}}\n")
    #expect(wrong.error("does not have")?.advice == "Maybe `Zone` was meant.")
  }

  @Test("OwnerId is not taken for the CSM unless it is asked for")
  func ownerID() throws {
    let issue = try read("Id,OwnerId,Segment,Region\n1,C2,Small,EMEA\n").error("csm_id is missing")
    #expect(issue?.advice?.contains("account executive") == true)
  }

  @Test("Ambiguous headers are an error that lists the candidates")
  func ambiguous() throws {
    let issue = try read("Id,Account ID (18),CSM,Tier,Region\n1,1,C1,t,r\n").error("Several headers")
    #expect(issue?.message.contains("`Id`, `Account ID (18)`") == true)
    #expect(try read("account_id,Id,CSM,Tier,Region\n1,9,C1,t,r\n").portfolio?.accounts.first?.id == "1")
  }

  @Test("F14: duplicate headers are refused with both positions")
  func duplicateHeaders() throws {
    let issue = try read("account_id,csm_id,tier,region,Tier\n1,C1,t,r,t\n").error("Two columns")
    #expect(issue?.message.contains("3 and 5") == true)
    #expect(try read("account_id,csm_id,tier,region,x,X \n1,C1,t,r,t,t\n").error("Two columns") != nil)
  }

  @Test("Missing required columns are all named, with what was looked for")
  func missing() throws {
    let workspace = try read("account_id,regoin\n1,x\n")
    #expect(workspace.errors.count == 3)
    #expect(workspace.error("region is missing")?.advice?.contains("regoin") == true)
  }

  @Test(
    "F14: twin ids are refused with both lines",
    arguments: [
      ("A1", "A1"), ("A1", " A1 "), ("Caf\u{E9}", "Cafe\u{301}"), ("a1", "A1"),
      ("003D000000QV9n2", "003D000000QV9n2IAD"), ("A1", "A1\u{A0}"),
    ])
  func twins(first: String, second: String) throws {
    let workspace = try read("account_id,csm_id,tier,region\n\(first),C1,t,r\nB,C1,t,r\n\(second),C1,t,r\n")
    let issue = try #require(workspace.errors.first)
    #expect(workspace.errors.count == 1)
    #expect(issue.line == 4)
    #expect(issue.message.contains("line 2") && issue.message.contains("line 4"))
  }

  @Test("F14: Salesforce ids that differ by case are two accounts, in both forms")
  func salesforceCase() throws {
    let workspace = try read(
      "account_id,csm_id,tier,region\n003D000000QV9n2,C1,t,r\n003D000000QV9N2,C1,t,r\n")
    #expect(workspace.portfolio?.accounts.count == 2)
  }

  @Test("F14: twin ids of CSMs are refused")
  func csmTwins() throws {
    let csms = "csm_id,regions\nC1,r\nc1,r\nC2,r\nC2,r\n"
    #expect(try read(Sample().accounts, csms: csms).errors.map(\.line) == [3, 5])
  }

  @Test("An incumbent may be given by id, Salesforce twin, e-mail address or unique name")
  func incumbents() throws {
    let csms =
      "csm_id,name,email,regions\n003D000000QV9n2IAD,Dana Example,dana@example.org,r\nC2,Robin,r@example.org,r\nC3,Robin,q@example.org,r\n"
    let accounts =
      "account_id,CSM,tier,region\n1,003D000000QV9n2,t,r\n2,DANA@example.org,t,r\n3,dana example,t,r\n4,,t,r\n"
    let portfolio = try #require(try read(accounts, csms: csms).portfolio)
    #expect(
      portfolio.accounts.map(\.csmID) == [
        "003D000000QV9n2IAD", "003D000000QV9n2IAD", "003D000000QV9n2IAD", nil,
      ])
    let issue = try read("account_id,CSM,tier,region\n1,Robin,t,r\n", csms: csms).error("More than one CSM")
    #expect(issue?.line == 2)
  }

  @Test("kind replaces pool and placeholder, which still work without it")
  func kinds() throws {
    let csms =
      "csm_id,regions,kind,pool,placeholder\nC1,r,pool,no,\nC2,r,,yes,\nC3,r,,,yes\nC4,r,,,\nC5,r,person,yes,\n"
    let kinds = try read("account_id,csm_id,tier,region\n1,C1,t,r\n", csms: csms).portfolio?.csms.map(\.kind)
    #expect(kinds == [.pool, .pool, .open, .person, .person])
  }

  @Test("Every column of csms.csv reaches the CSM")
  func csmColumns() throws {
    let csms =
      "csm_id,regions,active,manager_id,team,time_zone,languages,domains,tiers,seniority,capacity_hours,fte,max_accounts,max_strategic,max_at_risk,max_arr,start_date,ramp,leave_start,leave_end,last_day,backfill_csm_id,handoffs_in,handoffs_out\n"
      + "C1,EMEA;AMER,yes,boss,T,Europe/Berlin,EN;de,Health:expert;retail,Small,senior,120.5,80%,30,4,3,2000000,2026-01-01,25;25;100,2026-03-01,2026-03-20,2026-12-31,C2,2,3\nC2,EMEA,no,C1,,,,,,,,0.5,,,,,,none,,,,,,\n"
    let portfolio = try #require(
      try read("account_id,csm_id,tier,region\n1,C1,t,EMEA\n", csms: csms).portfolio)
    let csm = portfolio.csms[0]
    #expect(csm.capacity == Minutes(7230) && csm.ftePercent == 80)
    #expect(csm.domains == ["Health": .expert, "retail": .working])
    #expect(csm.ramp == [25, 25, 100] && csm.languages == ["en", "de"])
    #expect(
      csm.leave?.end.description == "2026-03-20" && csm.backfillCSMID == "C2" && csm.managerID == "boss")
    #expect((csm.maxAccounts, csm.handoffsIn, csm.handoffsOut) == (30, 2, 3))
    #expect(portfolio.csms[1].ftePercent == 50 && portfolio.csms[1].ramp == [] && !portfolio.csms[1].active)
  }

  @Test("The definitions of the columns are in the order of the cases")
  func definitions() {
    #expect(AccountColumn.definitions.count == AccountColumn.allCases.count)
    #expect(CSMColumn.definitions.count == CSMColumn.allCases.count)
    #expect(AccountColumn.poolOK.name == "pool_ok" && AccountColumn.usageTrend.name == "usage_trend")
    #expect(AccountColumn.effort.name == "effort_hours" && AccountColumn.pinned.name == "pinned_csm_id")
    #expect(
      CSMColumn.pool.name == "pool" && CSMColumn.startDate.name == "start_date" && CSMColumn.fte.name == "fte"
    )
  }
}
