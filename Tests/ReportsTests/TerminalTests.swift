import PlanDocument
import Portfolio
import Testing

@testable import Reports

@Suite struct TerminalTests {
  private let paths = ["out/plan.json", "out/report.html"]

  @Test("at most 40 lines, none wider than asked for") func size() {
    for width in [60, 80, 100, 140] {
      let text = TerminalSummary(SamplePlan.document, width: width, paths: paths).render()
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 40)
      #expect(lines.allSatisfy { TerminalColumns.width(String($0)) <= width })
    }
  }

  @Test("no control characters without colour", arguments: HostilePlan.payloads)
  func controls(payload: String) throws {
    let document = try HostilePlan.document(payload)
    let issue = ValidationIssue(
      .error, .data, file: payload, line: 3, column: payload, value: payload, message: payload,
      advice: payload)
    let facts = CheckFacts(accounts: 1, csms: 1, usable: [payload], shortages: [payload])
    for text in [
      TerminalSummary(document, paths: [payload]).render(), IssueReport([issue]).render(),
      CheckPage([issue], facts: facts).render(), difference(SamplePlan.document, document, payload),
      difference(document, SamplePlan.document, payload),
    ] {
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || (!$0.isControl && !$0.isBidirectionalControl) })
    }
  }

  private func difference(_ before: PlanDocument, _ after: PlanDocument, _ name: String) -> String {
    DifferencePage(
      PlanDifference(before: before, after: after), names: (name, name), currency: after.currency, width: 100
    ).render()
  }

  @Test("a plan compared with itself and with one that moves an account elsewhere") func compared() {
    let (plan, same) = (SamplePlan.document, difference(SamplePlan.document, SamplePlan.document, "plan.json"))
    #expect(same.contains("Every rule charges the same.") && same.contains("Every account is treated alike."))
    var other = plan
    other.inputs["csms.csv"] = "another"
    other.assignments[0].csm = "BEN"
    other.objective = PointsValue(micropoints: plan.objective.micropoints + 60_000_000)
    let found = PlanDifference(before: plan, after: other)
    #expect(found.inputs == ["csms.csv"])
    #expect(found.accounts.map(\.account) == [plan.assignments[0].account] && found.accounts[0].change == .who)
    let text = difference(plan, other, "plan.json")
    #expect(text.contains("different data: csms.csv") && text.contains("+1.0 h"))
    #expect(text.contains("By account: 1 to somebody else"))
  }

  @Test("colour adds sequences and changes nothing else") func color() {
    let plain = TerminalSummary(SamplePlan.document, color: false).render()
    let colored = TerminalSummary(SamplePlan.document, color: true).render()
    #expect(colored != plain)
    #expect(colored.replacing(/\u{1B}\[\d*m/, with: "") == plain)
  }

  @Test("headline, proof, what needs attention and the paths are there") func content() {
    let text = TerminalSummary(SamplePlan.document, paths: paths).render()
    #expect(text.contains("9 accounts change hands"))
    #expect(text.contains("no plan whatsoever can be better by more than 0.4 h."))
    #expect(text.contains("Without a CSM: Ijssel Maritime"))
    #expect(text.contains("Written: out/plan.json, out/report.html"))
  }

  @Test("issues are grouped, placed, advised and counted") func issues() {
    let issues = [
      ValidationIssue(.warning, .data, file: "csms.csv", line: 2, message: "Ben has no team."),
      ValidationIssue(
        .error, .data, file: "accounts.csv", line: 17, column: "tier", value: "gold",
        message: "Unknown tier.",
        advice: "Maybe strategic?"),
      ValidationIssue(
        .error, .data, file: "accounts.csv", line: 3, column: "arr", message: "ARR is negative."),
    ]
    let expected = """
      Errors in accounts.csv
        accounts.csv:3: column "arr": ARR is negative.
        accounts.csv:17: column "tier": Unknown tier. (found "gold")
            Maybe strategic?

      Warnings in csms.csv
        csms.csv:2: Ben has no team.

      2 errors, 1 warning

      """
    #expect(IssueReport(issues).render() == expected)
    #expect(IssueReport(issues, maximum: 1).render().contains("... and 2 more"))
  }

  @Test("the check page says what to do next and gathers a column's problems") func checkPage() {
    let issues = (1...40).map { (line: Int) in
      ValidationIssue(
        .error, .data, file: "accounts.csv", line: line, column: "tier",
        message: "Account A\(line) has no tier.")
    }
    let missing = CheckFacts.Missing(
      field: "accounts.csv: health", count: 3, total: 40, consequence: "Taken for healthy.")
    let page = CheckPage(issues, facts: CheckFacts(accounts: 40, csms: 2, missing: [missing])).render()
    #expect(page.contains("Account A1 has no tier. 39 more like this one."))
    #expect(page.contains("accounts.csv: health: 3 of 40 empty. Taken for healthy."))
    #expect(page.contains("Not ready: fix 40 errors"))
    #expect(
      CheckPage([], facts: CheckFacts(accounts: 1, csms: 1)).render().contains("Ready: run `ballast plan`."))
  }
}
