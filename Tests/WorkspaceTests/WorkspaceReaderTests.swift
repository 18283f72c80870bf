import Portfolio
import Testing
import Workspace

@Suite struct WorkspaceReaderTests {
  @Test func `A small workspace without a policy becomes a portfolio under the default policy`() throws {
    let workspace = try Sample().read()
    #expect(workspace.errors == [])
    let portfolio = try #require(workspace.portfolio)
    #expect(portfolio.accounts.map(\.id) == ["A1", "A2", "A3"])
    #expect(portfolio.accounts[0].csmID == "C1")
    #expect(portfolio.accounts[0].arr == Money(120_000))
    #expect(portfolio.accounts[0].renewalDate == CalendarDate(year: 2026, month: 5, day: 1))
    #expect(portfolio.accounts[2].csmID == nil)
    #expect(portfolio.csms[1].regions == ["AMER", "EMEA"])
    // Three accounts and two CSMs are few enough for weeks.
    var policy = Policy()
    policy.horizon.choosePeriods(accounts: 3, csms: 2)
    #expect(portfolio.policy == policy)
    #expect(portfolio.policy.horizon.periods == 13)
    #expect(portfolio.policy.horizon.reason?.contains("6 pairs") == true)
    #expect(portfolio.asOf == Sample.today.adding(days: 1))
    #expect(workspace.accountLines == [2, 3, 4])
    #expect(workspace.csmLines == [2, 3])
    #expect(workspace.digests.keys.sorted() == ["accounts.csv", "csms.csv"])
  }

  @Test func `The day of a plan is the one asked for, else the policy's, else tomorrow`() throws {
    var sample = Sample()
    sample.policy = "horizon: {start: 2026-02-01}\n"
    let asked = CalendarDate(year: 2026, month: 1, day: 5)
    #expect(try sample.read(asOf: asked).portfolio?.asOf == asked)
    #expect(try sample.read().portfolio?.asOf == CalendarDate(year: 2026, month: 2, day: 1))
  }

  @Test func `A missing file is named with its path`() {
    let folder = TemporaryFolder()
    #expect(throws: WorkspaceError.missing(path: folder.file("csms.csv"))) {
      try WorkspaceReader(directory: folder.path).read(asOf: nil, today: Sample.today)
    }
    #expect(WorkspaceError.missing(path: "x").exitCode == 66)
  }

  @Test("F15: reading tells how far it has come")
  func progress() throws {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", Sample().accounts)
    folder.write("csms.csv", Sample().csms)
    var steps: [ReadingProgress] = []
    _ = try WorkspaceReader(directory: folder.path)
      .read(asOf: nil, today: Sample.today) { steps.append($0) }
    #expect(steps.map(\.file) == ["csms.csv", "accounts.csv", "accounts.csv"])
    #expect(steps.last?.totalRows == 3)
  }
}
