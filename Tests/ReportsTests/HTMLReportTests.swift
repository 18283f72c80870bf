import Foundation
import PlanDocument
import Portfolio
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
  private static let html = HTMLReport(SamplePlan.document).render()

  @Test("the same plan gives the same bytes") func deterministic() {
    #expect(HTMLReport(SamplePlan.document).render() == Self.html)
  }

  @Test("nothing runs and nothing is loaded") func selfContained() {
    let scan = TagScanner(Self.html)
    let names = Set(scan.tags.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "embed", "form", "base"]))
    #expect(scan.activeValues.allSatisfy { $0.hasPrefix("#") })
    #expect(!Self.html.contains("http:") && !Self.html.contains("https:"))
  }

  @Test("a hostile text changes nothing but text", arguments: HostilePlan.payloads)
  func inert(payload: String) throws {
    let expected = TagScanner(HTMLReport(try HostilePlan.document(HostilePlan.harmless)).render())
    let scan = TagScanner(HTMLReport(try HostilePlan.document(payload)).render())
    #expect(scan.tags == expected.tags)
    #expect(scan.activeValues.allSatisfy { $0.hasPrefix("#") })
    #expect(!scan.isBroken && !expected.isBroken)
  }

  @Test("no control or bidirectional character of a name survives", arguments: HostilePlan.payloads)
  func controls(payload: String) throws {
    let html = HTMLReport(try HostilePlan.document(payload)).render()
    #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || (!$0.isControl && !$0.isBidirectionalControl) })
  }

  @Test("every tag that opens closes, in order") func balanced() {
    let void: Set = ["meta", "rect", "line", "path", "!DOCTYPE"]
    var open: [String] = []
    for tag in TagScanner(Self.html).tags where !void.contains(tag.name) {
      if tag.name.hasPrefix("/") {
        #expect(open.popLast() == String(tag.name.dropFirst()))
      } else {
        open.append(tag.name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test("what the headline says is what the document says") func totals() {
    #expect(
      Self.html.contains(
        "9 accounts change hands; overloaded CSMs fall from 1 to 0; 1 account without a CSM."))
    #expect(Self.html.contains("5 by choice, 3 forced by a departure, 1 had nobody"))
    #expect(Self.html.contains("EUR 1,859,000 ARR moves by choice"))
    #expect(Self.html.contains("<b>402.7 h</b>"))
  }

  @Test("a gap is rounded up, never down") func gapRoundedUp() {
    // 19.100001 minutes are 0.3183 hours.
    #expect(Self.html.contains("no plan whatsoever can be better by more than 0.4 h."))
    #expect(Self.html.contains("0.08 %"))
  }

  @Test("without a certified bound nothing is called proven") func noProof() {
    var document = SamplePlan.document
    document.certifiedBound = nil
    document.certifiedGap = nil
    document.certifiedAbsoluteGap = nil
    let html = HTMLReport(document).render()
    #expect(html.contains("No certified bound") && !html.contains("Proven"))
  }

  @Test("every account that moves, every CSM and every rule charged is there") func complete() {
    for handoff in SamplePlan.document.handoffs { #expect(Self.html.contains(handoff.account)) }
    for book in SamplePlan.people { #expect(Self.html.contains("<bdi>\(book.name)</bdi>")) }
    for rule in SamplePlan.document.objectiveByRule.keys { #expect(Self.html.contains(RuleWords.title(rule))) }
  }

  @Test("what changes for each person is there, counted alike") func fairness() {
    let rows = FairnessFigures(ReportContext(SamplePlan.document)).rows
    #expect(rows.map(\.given) == ["4"] && rows.map(\.newRelationships) == ["2"])
    #expect(rows[0].reasons == "given for workload 3, region 1; 2 covered during a leave")
    #expect(Self.html.contains("What changes for each person") && Self.html.contains(rows[0].reasons))
    #expect(MarkdownReport(SamplePlan.document).render().contains(rows[0].reasons))
  }

  @Test("an empty plan renders") func empty() {
    var document = SamplePlan.document
    document.accounts = []
    document.assignments = []
    document.handoffs = []
    document.books = []
    document.horizon = HorizonDocument(periods: [], tailMonths: 1)
    document.explanations = Explanations()
    document.totals = PlanTotals(
      accounts: 0, csms: 0, moves: 0, forcedMoves: 0, assigned: 0, covers: 0, unassigned: 0, arrMoved: 0,
      estimatedEfforts: 0, withoutMoment: 0)
    #expect(HTMLReport(document).render().contains("No account changes hands"))
    #expect(!MarkdownReport(document).render().isEmpty)
    #expect(!TerminalSummary(document).render().isEmpty)
  }

  /// `BALLAST_REPORT_SAMPLE=folder` writes what the sample renders to, to be looked at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BALLAST_REPORT_SAMPLE"] != nil))
  func writesSample() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["BALLAST_REPORT_SAMPLE"] ?? ".")
    for file in PlanFiles(SamplePlan.document).files {
      let url = folder.appending(path: file.name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes()).write(to: url)
    }
    // Read by `Scripts/calendar/run`, an independent reader.
    for file in PlanFiles(try HostilePlan.document(HostilePlan.payloads.joined())).files
    where ["handoffs.ics", "handoffs.csv", "assignments.csv"].contains(file.name) {
      let url = folder.appending(path: "hostile/\(file.name)")
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes()).write(to: url)
    }
    let hostile = try HostilePlan.document(HostilePlan.payloads.joined())
    try Data(HTMLReport(hostile).render().utf8).write(to: folder.appending(path: "hostile.html"))
    try Data(MarkdownReport(hostile).render().utf8).write(to: folder.appending(path: "hostile.md"))
    try SamplePlan.document.encoded().write(to: folder.appending(path: "plan.json"))
    let summary = TerminalSummary(
      SamplePlan.document, width: 100, paths: ["out/plan.json", "out/report.html"])
    try Data(summary.render().utf8).write(to: folder.appending(path: "summary.txt"))
    try Data(SampleCheck.page.utf8).write(to: folder.appending(path: "check.txt"))
  }
}
