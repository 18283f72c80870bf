import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio

/// Puts a selection into the form that people review: nothing is decided here.
struct PlanAssembler {
  let plan: CompiledPlan
  let selection: Selection
  let loads: [Int64]
  let explainer: PlanExplainer
  let labels: [String]

  init(plan: CompiledPlan, selection: Selection) {
    self.plan = plan
    self.selection = selection
    loads = plan.model.loads(of: selection)
    labels = PlanAssembler.labels(of: plan)
    explainer = PlanExplainer(plan: plan, selection: selection, periodLabels: labels)
  }

  var portfolio: Portfolio { plan.portfolio }

  func horizon() -> HorizonDocument {
    let periods = labels.indices.map { index in
      HorizonDocument.Period(
        index: index, label: labels[index], start: plan.timeline.start(ofPeriod: index),
        end: plan.timeline.start(ofPeriod: index + 1).adding(days: -1))
    }
    let horizon = portfolio.policy.horizon
    return HorizonDocument(periods: periods, tailMonths: horizon.tailMonths, reason: horizon.reason)
  }

  func accounts() -> [AccountDocument] {
    portfolio.accounts.enumerated().map { index, account in
      var facts = AccountDocument(
        account: account.id, name: account.name, tier: account.tier, region: account.region,
        domains: account.domains, arr: account.arr?.value, health: account.health,
        atRisk: plan.isAtRisk(account: index),
        effort: plan.effort.nominal[index], estimated: plan.effort.isEstimated[index],
        renewalDate: account.renewalDate)
      facts.situation = AccountSituation(account)
      return facts
    }
  }

  /// Charges by rule; sums to the objective.
  static func objectiveByRule(_ plan: CompiledPlan, _ selection: Selection) -> [String: PointsValue] {
    let loads = plan.model.loads(of: selection)
    var totals: [RuleID: Int64] = [:]
    for group in 0..<plan.model.groupCount {
      totals.merge(plan.charges(ofOption: selection[group], group: group), uniquingKeysWith: +)
    }
    for (index, resource) in plan.model.resources.enumerated() {
      totals[plan.meaning.resources[index].rule, default: 0] += resource.charge(at: loads[index])
    }
    let charged = totals.filter { $0.value != 0 }
    return Dictionary(uniqueKeysWithValues: charged.map { ($0.key.rawValue, PointsValue(micropoints: $0.value)) })
  }

  /// Multipliers that are not zero, by the stable name of their resource.
  func multipliers(_ multipliers: Multipliers?) -> [MultiplierDocument] {
    guard let multipliers else { return [] }
    let names = ResourceNames(portfolio: portfolio)
    return zip(plan.meaning.resources, multipliers.values).filter { $1 != 0 }
      .map { MultiplierDocument(resource: names.name(of: $0), value: $1) }
  }

  static func labels(of plan: CompiledPlan) -> [String] {
    let horizon = plan.portfolio.policy.horizon
    return (0..<horizon.periods).map { index in
      PeriodLabels.label(
        start: plan.timeline.start(ofPeriod: index),
        end: plan.timeline.start(ofPeriod: index + 1).adding(days: -1), length: horizon.period)
    }
  }
}
