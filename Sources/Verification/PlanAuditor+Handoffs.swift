import PlanDocument
import Portfolio

/// The list of handoffs says the same as the assignments.
extension PlanAuditor {
  func checkHandoffs(_ choices: [PlannedOption], _ document: PlanDocument, _ report: inout AuditReport) {
    var listed = Dictionary(grouping: document.handoffs, by: \.account)
    for (group, option) in zip(rules.groups, choices) {
      for account in group.members {
        let expected = expectedAssignment(of: account, option)
        guard expected.kind != .stay, expected.kind != .unassigned else { continue }
        let found = listed.removeValue(forKey: expected.account) ?? []
        report.require(
          "handoff of \(expected.account)", expected: 1, found: found.count,
          "Account \(expected.account) changes hands but is not listed once among the handoffs.")
        for entry in found { compare(entry, with: expected, account, &report) }
      }
    }
    for account in listed.keys.sorted() {
      report.findings.append(
        AuditFinding(
          "handoff of \(account)", expected: "absent", found: "present",
          "Account \(account) is listed among the handoffs but does not change hands."))
    }
  }

  private func compare(
    _ found: HandoffDocument, with expected: Assignment, _ account: Int, _ report: inout AuditReport
  ) {
    func require<Value: Equatable & CustomStringConvertible>(
      _ what: String, _ expected: Value?, _ found: Value?
    ) {
      report.require(
        "handoff of \(rules.accounts[account].id)", expected: expected, found: found,
        "The handoff of \(rules.accounts[account].id) has a wrong \(what).")
    }
    require("kind", expected.kind.rawValue, found.kind.rawValue)
    // An orphan may name the CSM that has left.
    let hasLeft = rules.incumbents[account] == nil && found.from == rules.accounts[account].csmID
    require("giver", hasLeft ? found.from : expected.previous, found.from)
    require("receiver", expected.kind == .cover ? expected.cover : expected.csm, found.to)
    require("moment", expected.moment, found.moment)
    require("period", expected.period, found.period)
    require("start", expected.start, found.start)
    require("effective day", expected.effective, found.effective)
  }
}
