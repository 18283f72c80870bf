import PlanDocument
import Portfolio

/// From the assignments of a plan to one option per group.
extension PlanAuditor {
  /// One permitted option per group, with the days of its period and with its own; `nil` when some assignment is missing
  /// or is no option.
  func choices(
    of document: PlanDocument, _ report: inout AuditReport
  ) -> (periods: [PlannedOption], days: [PlannedOption])? {
    let positions = positionsByAccount(document, &report)
    var (periods, days): ([PlannedOption], [PlannedOption]) = ([], [])
    for group in rules.groups {
      let own = group.members.compactMap { positions[$0].map { document.assignments[$0] } }
      // A missing assignment has been reported already.
      guard own.count == group.members.count else { continue }
      guard let (option, dated) = choice(of: group, own, &report) else { continue }
      periods.append(option)
      days.append(dated)
    }
    return periods.count == rules.groups.count ? (periods, days) : nil
  }

  /// Where the assignment of each account stands in the document.
  private func positionsByAccount(_ document: PlanDocument, _ report: inout AuditReport) -> [Int?] {
    var found = [Int?](repeating: nil, count: rules.accounts.count)
    for (position, assignment) in document.assignments.enumerated() {
      guard let account = rules.accountIndex[assignment.account] else {
        fault(
          &report, assignment.account, "an account of the portfolio", "unknown", "is not in the portfolio")
        continue
      }
      if found[account] != nil {
        fault(&report, assignment.account, "one assignment", "several", "is assigned more than once")
      }
      found[account] = position
    }
    for account in rules.accounts.indices where found[account] == nil {
      fault(&report, rules.accounts[account].id, "one assignment", "none", "is not assigned")
    }
    if !zip(document.assignments, document.assignments.dropFirst()).allSatisfy({ $0.account <= $1.account }) {
      report.findings.append(
        AuditFinding(
          "assignments", expected: "sorted", found: "unsorted", "Assignments are not sorted by account."))
    }
    return found
  }

  /// The option that the assignments of a group ask for, if it is one.
  private func choice(
    of group: RederivedGroup, _ assignments: [Assignment], _ report: inout AuditReport
  ) -> (PlannedOption, PlannedOption)? {
    // In a joint group some members may be with the receiver already; the others tell what happens.
    let leading = assignments.first { $0.kind != .stay } ?? assignments[0]
    guard let asked = asked(by: leading, group, &report) else { return nil }
    let option: PlannedOption
    switch rules.verdict(of: asked, group: group) {
    case .permitted(let permitted): option = permitted
    case .banned(let rule):
      fault(
        &report, leading.account, "no ban", rule.rawValue, "is banned: \(rules.name(of: asked))", rule: rule)
      return nil
    case .impossible:
      fault(
        &report, leading.account, "an option of the model", rules.name(of: asked),
        "has something that is not an option of the model")
      return nil
    }
    let dated = rules.dated(option, as: leading, group)
    for (account, found) in zip(group.members, assignments) {
      compare(found, with: expectedAssignment(of: account, dated), account, &report)
    }
    return (option, dated)
  }

  /// Kind, CSM and period of an assignment; the period is that of its start day.
  private func asked(
    by assignment: Assignment, _ group: RederivedGroup, _ report: inout AuditReport
  ) -> PlannedOption? {
    let kind: PlannedOption.Kind
    switch assignment.kind {
    case .stay: return PlannedOption(.stay)
    case .unassigned: return PlannedOption(.unassigned)
    case .handoff: kind = .handoff
    case .assign: kind = .assign
    case .cover: kind = .cover
    }
    let name = assignment.kind == .cover ? assignment.cover : assignment.csm
    guard let name, let csm = rules.csmIndex[name] else {
      fault(&report, assignment.account, "a CSM of the portfolio", name ?? "none", "goes to an unknown CSM")
      return nil
    }
    if let begun = rules.begun(group) { return begun.csm == Int32(csm) ? begun : PlannedOption(kind, csm: Int32(csm)) }
    guard let start = assignment.start, let period = rules.calendar.period(of: start) else {
      fault(
        &report, assignment.account, "a day of the horizon", assignment.start?.description ?? "none",
        "starts outside the horizon", rule: .moment)
      return nil
    }
    return PlannedOption(kind, csm: Int32(csm), period: Int16(period))
  }

  /// What the document has to say of a member under an option of its group.
  func expectedAssignment(of account: Int, _ option: PlannedOption) -> Assignment {
    let id = rules.accounts[account].id
    let incumbent = rules.incumbents[account].map { rules.csms[$0].id }
    let receiver = option.csm >= 0 ? rules.csms[Int(option.csm)].id : nil
    let period = Int(option.period)
    switch option.kind {
    case .handoff where incumbent != receiver:
      return Assignment(
        account: id, kind: .handoff, csm: receiver, previous: incumbent, moment: rules.momentID(of: option),
        period: period, start: option.start, effective: option.effective)
    case .stay, .handoff: return Assignment(account: id, kind: .stay, csm: incumbent, previous: incumbent)
    case .assign:
      return Assignment(
        account: id, kind: .assign, csm: receiver, previous: nil, period: period, start: option.start,
        effective: option.effective)
    case .cover:
      return Assignment(
        account: id, kind: .cover, csm: incumbent, previous: incumbent, cover: receiver, period: period,
        start: option.start, effective: option.effective)
    case .unassigned: return Assignment(account: id, kind: .unassigned, csm: nil, previous: incumbent)
    }
  }

  private func compare(
    _ found: Assignment, with expected: Assignment, _ account: Int, _ report: inout AuditReport
  ) {
    let subject = "account \(found.account)"
    func require<Value: Equatable & CustomStringConvertible>(
      _ what: String, _ expected: Value?, _ found: Value?, rule: RuleID? = nil
    ) {
      report.require(
        subject, rule: rule?.rawValue, expected: expected, found: found,
        "Account \(rules.accounts[account].id) has a wrong \(what): that is not an option of the model.")
    }
    require("kind", expected.kind.rawValue, found.kind.rawValue)
    require("CSM", expected.csm, found.csm)
    require("cover", expected.cover, found.cover)
    // An orphan may name the CSM that has left.
    let hasLeft = rules.incumbents[account] == nil && found.previous == rules.accounts[account].csmID
    require("previous CSM", hasLeft ? found.previous : expected.previous, found.previous)
    require("moment", expected.moment, found.moment, rule: .moment)
    require("period", expected.period, found.period, rule: .moment)
    // The day after the incumbent's last one may be written down where nobody follows.
    let follows = rules.lastDay(ofDeparting: account)?.adding(days: 1)
    let mayFollow = expected.kind == .unassigned && follows != nil
    require(
      "start", mayFollow && found.start == follows ? follows : expected.start, found.start, rule: .moment)
    require(
      "effective day", mayFollow && found.effective == follows ? follows : expected.effective,
      found.effective,
      rule: .moment)
  }

  private func fault(
    _ report: inout AuditReport, _ account: String, _ expected: String, _ found: String, _ what: String,
    rule: RuleID? = nil
  ) {
    report.findings.append(
      AuditFinding(
        "account \(account)", rule: rule?.rawValue, expected: expected, found: found,
        "Account \(account) \(what)."))
  }
}
