import PlanDocument
import Portfolio

/// Limits, objective, and moves that nobody needs.
extension PlanAuditor {
  func checkObjective(_ plan: RederivedEvaluation, _ document: PlanDocument, _ report: inout AuditReport) {
    report.objective = Int64(exactly: plan.objective)
    report.require(
      "objective", expected: plan.objective, found: Int128(document.objective.micropoints),
      "The objective is not the one recomputed, in micropoints.")
    var expected: [String: Int128] = [:]
    for (rule, value) in plan.objectiveByRule {
      expected[rule.rawValue] = value
      report.objectiveByRule[rule.rawValue] = Int64(exactly: value)
    }
    let found = document.objectiveByRule.mapValues { Int128($0.micropoints) }
    for rule in Set(expected.keys).union(found.keys).sorted() {
      report.require(
        "objective by rule", rule: rule, expected: expected[rule], found: found[rule],
        "The charge of rule \(rule) is not the one recomputed, in micropoints.")
    }
  }

  /// The plan on the days of its handoffs keeps the limits as well.
  func checkDays(_ plan: RederivedEvaluation, _ document: PlanDocument, _ report: inout AuditReport) {
    let claimed = Int128((document.daysObjective ?? document.objective).micropoints)
    report.require(
      "objective on its days", expected: plan.objective, found: claimed,
      "The objective with the days of the handoffs is not the one recomputed, in micropoints.")
    checkLimits(plan, &report)
  }

  func checkLimits(_ plan: RederivedEvaluation, _ report: inout AuditReport) {
    var found: [AuditFinding] = []
    for (key, load) in plan.loads {
      guard let resource = resources.resource(key), !resource.permits(load), let upper = resource.upper else {
        continue
      }
      let name = rules.name(of: key)
      found.append(
        AuditFinding(
          name, rule: key.rule.rawValue, expected: "at most \(upper)", found: load,
          "The plan exceeds the hard limit of \(name)."))
    }
    report.findings += found.sorted { $0.subject < $1.subject }
  }

  /// Every move by choice must be worth something: undone alone, all else fixed, it would be impossible or cost more.
  func checkIdleMoves(
    _ choices: [PlannedOption], _ plan: RederivedEvaluation, _ report: inout AuditReport
  ) {
    for (group, option) in zip(rules.groups, choices) {
      guard option.kind == .handoff || option.kind == .cover, rules.begun(group) == nil,
        let stay = rules.stay(group).option,
        let extra = extraCosts(of: stay, insteadOf: option, group, plan)
      else { continue }
      let decisive = extra.first { $0 != 0 } ?? 0
      guard decisive <= 0 else { continue }
      let name = rules.name(of: group)
      report.findings.append(
        AuditFinding(
          "account \(name)", expected: "a loss without the move", found: -decisive,
          "The move of \(name) can be undone alone without loss."))
    }
  }

  /// What changing one choice adds to the objective, by level; `nil` when some limit forbids it.
  private func extraCosts(
    of changed: PlannedOption, insteadOf option: PlannedOption, _ group: RederivedGroup,
    _ plan: RederivedEvaluation
  ) -> [Int128]? {
    let priorities = rules.policy.priorities
    var extra = [Int128](repeating: 0, count: max(1, priorities.levels.count))
    for (rule, cost) in rules.costs(of: changed, group: group) { extra[priorities.level(of: rule)] += Int128(cost) }
    for (rule, cost) in rules.costs(of: option, group: group) { extra[priorities.level(of: rule)] -= Int128(cost) }
    let negated = rules.consumptions(of: option, group: group).mapValues { -$0 }
    let difference = rules.consumptions(of: changed, group: group).merging(negated, uniquingKeysWith: +)
    for (key, amount) in difference where amount != 0 {
      guard let resource = resources.resource(key) else { continue }
      let load = plan.loads[key] ?? 0
      guard resource.permits(load + amount) else { return nil }
      let charge = resource.price.charge(at: load + amount) - resource.price.charge(at: load)
      extra[priorities.level(of: key.rule)] += charge
    }
    return extra
  }
}
