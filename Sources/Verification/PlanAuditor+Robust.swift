import PlanDocument
import Portfolio

/// Surprises: with the largest high efforts of as many accounts as the policy says nobody is above the limit.
extension PlanAuditor {
  func checkRobustness(
    _ choices: [PlannedOption], _ plan: RederivedEvaluation, _ document: PlanDocument, _ report: inout AuditReport,
    comparesMargins: Bool
  ) {
    let count = Int(rules.policy.capacity.robustAccounts)
    report.require(
      "robustness", expected: count > 0 ? count : nil, found: document.robust?.accounts,
      "The plan stands another number of surprises than the policy asks for.")
    guard count > 0 else { return }
    let worst = worst(choices, plan, count)
    for margin in worst where margin.minutes > margin.limit {
      report.findings.append(
        AuditFinding(
          "hours of \(margin.csm)", expected: "at most \(margin.limit)", found: margin.minutes,
          "With \(margin.accounts.joined(separator: ", ")) at their high effort the hours of \(margin.csm) are above the limit."
        ))
    }
    guard comparesMargins else { return }
    for claimed in document.robust?.margins ?? [] {
      let own = worst.filter { $0.csm == claimed.csm }
      let least = own.map { $0.limit - $0.minutes }.min()
      report.require(
        "robustness of \(claimed.csm)", expected: least, found: claimed.limit - claimed.minutes,
        "The room of \(claimed.csm) in the worst case is not the one recomputed.")
      let same = own.first { $0.period == claimed.period }
      report.require(
        "robustness of \(claimed.csm)", expected: same?.minutes, found: claimed.minutes,
        "The hours of \(claimed.csm) in the worst case are not those recomputed.")
    }
  }

  /// Every CSM in every period.
  private func worst(_ choices: [PlannedOption], _ plan: RederivedEvaluation, _ count: Int) -> [RobustDocument.Margin] {
    let high = rules.withHighEfforts(portfolio)
    let steps = zip(rules.groups, choices).flatMap { group, option in group.members.map { ($0, option) } }
    let (planned, inherited) = (
      rules.deviations(steps, to: high), rules.deviations(rules.inheritedSteps(), to: high)
    )
    let inheritedLoads = rules.inheritedLoads()
    return rules.csms.indices.filter { rules.isActive[$0] }.flatMap { csm in
      (0...rules.calendar.periodCount).map { period in
        let key = ResourceKey.hours(csm: Int32(csm), period: Int16(period))
        let largest = (planned[key] ?? []).sorted { ($1.minutes, $0.account) < ($0.minutes, $1.account) }.prefix(count)
        let before = (inherited[key] ?? []).map(\.minutes).sorted(by: >).prefix(count).reduce(
          inheritedLoads[key] ?? 0, +)
        return RobustDocument.Margin(
          csm: rules.csms[csm].id, period: period,
          minutes: largest.reduce(plan.loads[key] ?? 0) { $0 + $1.minutes },
          limit: max(rules.capacities[csm][period] * rules.policy.capacity.hard / 100, before),
          accounts: largest.map { rules.accounts[$0.account].id }.sorted())
      }
    }
  }
}
