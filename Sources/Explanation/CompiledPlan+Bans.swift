package import Compilation
package import PlanDocument
package import Portfolio

extension CompiledPlan {
  /// What the rules leave a group no option for: the same ban in several periods once. By CSM, as candidates come.
  package func bans(ofGroup group: Int) -> [DecisionBan] {
    struct Key: Hashable {
      let kind: PlannedOption.Kind
      let csm: Int32
      let rule: RuleID
      let reason: String
    }
    var order: [Key] = []
    var periods: [Key: [Int]] = [:]
    for verdict in verdicts(forGroup: group) {
      let option = verdict.option
      let key = Key(kind: option.kind, csm: option.csm, rule: verdict.rule, reason: verdict.reason)
      if periods[key] == nil { order.append(key) }
      periods[key, default: []] += option.period >= 0 ? [Int(option.period)] : []
    }
    return order.map { key in
      DecisionBan(
        kind: Assignment.Kind(key.kind), csm: key.csm == PlannedOption.none ? nil : portfolio.csms[Int(key.csm)].id,
        periods: periods[key] ?? [], rule: key.rule.rawValue, reason: key.reason)
    }
  }
}

extension Assignment.Kind {
  package init(_ kind: PlannedOption.Kind) {
    self =
      switch kind {
      case .stay: .stay
      case .handoff: .handoff
      case .assign: .assign
      case .cover: .cover
      case .unassigned: .unassigned
      }
  }
}
