package import PlanDocument
package import Portfolio

/// Checks a plan from its assignments alone: every other number in the document is derived again and compared.
package struct PlanAuditor: Sendable {
  let rules: Rederivation
  let resources: RederivedResources
  let portfolio: Portfolio

  package init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    rules = Rederivation(portfolio)
    resources = RederivedResources(rules)
  }

  /// Findings are in reading order. Where an assignment is no option of the model, nothing that follows from the
  /// assignments can be derived, and the report has no objective.
  ///
  /// - Parameter permitsIdleMoves: `true` for a plan with moves that somebody asked for, worth something or not.
  package func audit(document: PlanDocument, permitsIdleMoves: Bool = false) -> AuditReport {
    var report = AuditReport()
    checkHeader(document, &report)
    checkAccounts(document, &report)
    checkBounds(document, &report)
    checkBreaches(document, &report)
    checkClosedAccounts(document, &report)
    guard let (periodChoices, choices) = choices(of: document, &report) else { return report }
    let periods = RederivedEvaluation(periodChoices, rules: rules, resources: resources)
    checkObjective(periods, document, &report)
    checkLevels(periods, document, &report)
    checkLimits(periods, &report)
    checkRobustness(periodChoices, periods, document, &report, comparesMargins: true)
    // An alternative may move somebody for no other reason than to differ.
    // One that stands surprises may move somebody to keep room.
    if !permitsIdleMoves, document.alternative == nil, rules.policy.capacity.robustAccounts == 0 {
      checkIdleMoves(periodChoices, periods, &report)
    }
    let plan = choices == periodChoices ? periods : RederivedEvaluation(choices, rules: rules, resources: resources)
    if choices != periodChoices { checkRobustness(choices, plan, document, &report, comparesMargins: false) }
    checkDays(plan, document, &report)
    checkHandoffs(choices, document, &report)
    checkBooks(choices, plan, document, &report)
    checkTotals(choices, document, &report)
    return report
  }

  private func checkHeader(_ document: PlanDocument, _ report: inout AuditReport) {
    let calendar = rules.calendar
    report.require(
      "schema", expected: PlanDocument.currentSchema, found: document.schema, "The plan has another schema.")
    report.require(
      "as-of", expected: calendar.firstDay, found: document.asOf, "The plan starts on another day.")
    report.require(
      "horizon", expected: Int(calendar.tailMonths), found: document.horizon.tailMonths,
      "The plan has another tail.")
    report.require(
      "horizon", expected: calendar.periodCount, found: document.horizon.periods.count,
      "The plan has another number of periods.")
    for (index, period) in document.horizon.periods.prefix(calendar.periodCount).enumerated() {
      report.require(
        "horizon", expected: index, found: period.index, "Period \(index) has the wrong index.")
      report.require(
        "horizon", expected: calendar.starts[index], found: period.start,
        "Period \(index) starts on another day.")
      report.require(
        "horizon", expected: calendar.starts[index + 1].adding(days: -1), found: period.end,
        "Period \(index) ends on another day.")
    }
  }

  /// The facts about accounts that the formulation derives.
  private func checkAccounts(_ document: PlanDocument, _ report: inout AuditReport) {
    report.require(
      "accounts", expected: rules.accounts.map(\.id), found: document.accounts.map(\.account),
      "The accounts listed are not those of the portfolio, sorted by id.")
    for facts in document.accounts {
      guard let index = rules.accountIndex[facts.account] else { continue }
      let (account, subject) = (rules.accounts[index], "account \(facts.account)")
      func require<Value: Equatable & CustomStringConvertible>(
        _ what: String, _ expected: Value, _ found: Value
      ) {
        report.require(
          subject, expected: expected, found: found,
          "Account \(facts.account) is listed with a wrong \(what).")
      }
      require("tier", account.tier, facts.tier)
      require("region", account.region, facts.region)
      require("ARR", account.arr?.value.description ?? "none", facts.arr?.description ?? "none")
      require("effort", rules.efforts[index], facts.effort)
      require("origin of the effort", account.effort == nil, facts.estimated)
      require("risk", rules.isAtRisk(index), facts.atRisk)
      checkSituation(facts, account, &report)
    }
  }

  /// What was wrong on arrival may stay wrong, not grow.
  private func checkBreaches(_ document: PlanDocument, _ report: inout AuditReport) {
    for breach in document.inheritedBreaches {
      guard let before = breach.before, let after = breach.after, after > before else { continue }
      report.findings.append(
        AuditFinding(
          "inherited breach of \(breach.csm)", rule: breach.rule, expected: "at most \(before)", found: after,
          "The plan enlarges a breach that \(breach.csm) inherited."))
    }
  }
}
