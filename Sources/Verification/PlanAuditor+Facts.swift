import PlanDocument
import Portfolio

/// Facts that only people read: they decide nothing, but a handoff pack with a wrong one misleads.
extension PlanAuditor {
  func checkSituation(_ found: AccountDocument, _ account: Account, _ report: inout AuditReport) {
    let subject = "account \(found.account)"
    func require(_ what: String, _ expected: String?, _ found: String?) {
      report.require(
        subject, expected: expected ?? "none", found: found ?? "none",
        "Account \(account.id) is listed with a wrong \(what).")
    }
    require("name", account.name, found.name)
    require("list of domains", account.domains.joined(separator: ";"), found.domains.joined(separator: ";"))
    require("health", account.health?.description, found.health?.description)
    require("renewal", account.renewalDate?.description, found.renewalDate?.description)
    // Plans of versions that did not list them have none at all.
    guard let situation = found.situation else { return }
    require("lifecycle", account.lifecycle?.rawValue, situation.lifecycle)
    require("relationship", account.relationship?.rawValue, situation.relationship)
    require("language", account.language, situation.language)
    require("open escalation", account.escalationOpen.description, (situation.escalationOpen ?? false).description)
    let dates: [(String, CalendarDate?, CalendarDate?)] = [
      ("first day of its CSM", account.csmSince, situation.csmSince),
      ("end of onboarding", account.onboardingEnd, situation.onboardingEnd),
      ("next QBR", account.nextQBR, situation.nextQBR), ("last touch", account.lastTouch, situation.lastTouch),
      ("change of sponsor", account.sponsorChangedOn, situation.sponsorChangedOn),
      ("change of segment", account.segmentChangedOn, situation.segmentChangedOn),
      ("end of an escalation", account.escalationClosedOn, situation.escalationClosedOn),
    ]
    for (what, expected, found) in dates { require(what, expected?.description, found?.description) }
  }

  /// What a book says about its owner; absent facts are those of a version that did not give them.
  func checkPerson(_ found: BookDocument, _ csm: CSM, _ report: inout AuditReport) {
    func require(_ what: String, _ expected: String?, _ found: String?) {
      guard let found else { return }
      report.require(
        "book of \(csm.id)", expected: expected ?? "none", found: found,
        "The book of \(csm.id) has a wrong \(what).")
    }
    require("name", csm.name, found.name)
    require("team", csm.team, found.team)
    require("e-mail address", csm.email, found.email)
    require("manager", csm.managerID, found.manager)
    require("last day", csm.lastDay?.description, found.lastDay?.description)
    require("first day of a leave", csm.leave?.start.description, found.leaveStart?.description)
    require("last day of a leave", csm.leave?.end.description, found.leaveEnd?.description)
    for (domain, level) in found.domains ?? [:] {
      require("level in \(domain)", csm.domains[domain]?.rawValue, level)
    }
  }

  /// Who is said to have no moment has none, stays, and is counted. Days are searched for all accounts up to 1,000, for
  /// a seeded sample above; those of joint families, whose members may leave in parts, are left to the model audit.
  func checkClosedAccounts(_ document: PlanDocument, _ report: inout AuditReport) {
    guard let closed = document.closedAccounts else { return }
    report.require(
      "accounts without a moment", expected: document.totals.withoutMoment, found: closed.count,
      "The accounts without a moment are not as many as the totals say.")
    let kinds = Dictionary(document.assignments.map { ($0.account, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for entry in closed where kinds[entry.account] == .handoff || kinds[entry.account] == nil {
      report.findings.append(
        AuditFinding(
          "account \(entry.account)", expected: "no handoff", found: kinds[entry.account]?.rawValue ?? "unknown",
          "Account \(entry.account) is said to have no moment, but changes hands or is unknown."))
    }
    let listed = Set(closed.map(\.account))
    let sample = AuditSample().indices(groupCount: rules.groups.count, accountCount: rules.accounts.count)
    for group in sample.map({ rules.groups[$0] }) where !group.isJoint {
      let account = group.members[0]
      guard rules.standings[account] == .settled, rules.begun(group) == nil else { continue }
      let hasMoment = (0..<rules.calendar.periodCount).contains { !rules.starts(of: group.members, in: $0).isEmpty }
      let id = rules.accounts[account].id
      report.require(
        "account \(id)", expected: hasMoment, found: !listed.contains(id),
        "Account \(id) is \(hasMoment ? "said to have no moment, but has one" : "not said to have no moment").")
    }
  }
}
