package import Compilation
package import OptionModel
package import PlanDocument
package import Portfolio

/// The full account of one decision, all else as planned: every option with its arithmetic, and every ban.
package struct DecisionExplainer {
  private let plan: CompiledPlan
  private let analysis: MarginalAnalysis
  private let wording: Wording
  private let resourceName: (ResourceKey) -> String

  /// - Parameter resourceName: the stable name of a resource, made of ids.
  package init(
    plan: CompiledPlan, selection: Selection, periodLabels: [String], resourceName: @escaping (ResourceKey) -> String
  ) {
    self.plan = plan
    self.resourceName = resourceName
    analysis = MarginalAnalysis(model: plan.model, selection: selection)
    wording = Wording(portfolio: plan.portfolio, periodLabels: periodLabels)
  }

  /// O(options and candidates of the group).
  package func document(ofAccount account: Int) -> DecisionDocument {
    let group = plan.group(ofAccount: account)
    let chosen = analysis.selection[group]
    let options = plan.model.options(ofGroup: group).map { (index: $0, option: option($0, ofGroup: group)) }
      .sorted {
        (rank($0.option), $0.option.extra.micropoints, $0.index) < (
          rank($1.option), $1.option.extra.micropoints, $1.index
        )
      }
    return DecisionDocument(
      asOf: plan.portfolio.asOf, account: plan.portfolio.accounts[account].id,
      members: plan.meaning.members(ofGroup: group).map { plan.portfolio.accounts[Int($0)].id },
      incumbent: plan.incumbent(ofAccount: account).map { plan.portfolio.csms[$0].id },
      options: options.filter { $0.index == chosen }.map(\.option)
        + options.filter { $0.index != chosen }.map(\.option),
      bans: plan.bans(ofGroup: group))
  }

  private func rank(_ option: DecisionOption) -> Int { option.limits.isEmpty ? 0 : 1 }

  private func option(_ index: Int, ofGroup group: Int) -> DecisionOption {
    let meaning = plan.meaning.options[index]
    let chosen = analysis.selection[group]
    let change = analysis.change(of: group, to: index)
    let isDated = meaning.kind == .handoff || meaning.kind == .assign || meaning.kind == .cover
    return DecisionOption(
      kind: Assignment.Kind(meaning.kind),
      csm: meaning.csm == PlannedOption.none ? nil : plan.portfolio.csms[Int(meaning.csm)].id,
      period: isDated ? Int(meaning.period) : nil, moment: wording.moment(meaning.moment),
      start: isDated ? meaning.start : nil, effective: isDated ? meaning.effective : nil, chosen: index == chosen,
      extra: PointsValue(micropoints: change.objective), charges: charges(ofOption: index),
      differences: RuleGains(plan: plan, wording: wording).terms(reference: chosen, chosen: index, change: change),
      limits: change.broken.map { resource in
        excess(of: resource, at: change.shifts.first { $0.resource == resource }?.after ?? analysis.loads[resource])
      })
  }

  /// By rule, the dearest first.
  private func charges(ofOption option: Int) -> [ExplanationTerm] {
    let charges = Dictionary(grouping: plan.provenance(ofOption: option).charges, by: \.rule)
    return charges.map { rule, entries in
      let total = entries.reduce(0) { $0 + $1.micropoints }
      let reasons = entries.map(\.reason).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return ExplanationTerm(
        rule: rule.rawValue, gain: PointsValue(micropoints: -total), note: reasons.joined(separator: "; "))
    }.sorted { ($0.gain.micropoints, $0.rule) < ($1.gain.micropoints, $1.rule) }
  }

  /// What a load beyond a hard limit means to a reader.
  package func excess(of resource: Int, at load: Int64) -> LimitExcess {
    let key = plan.meaning.resources[resource]
    let limit = plan.model.resources[resource].upper ?? 0
    return LimitExcess(
      rule: key.rule.rawValue, resource: resourceName(key), subject: wording.resource(key),
      csm: key.csm.map { plan.portfolio.csms[Int($0)].id }, period: key.period.map { Int($0) }, unit: key.unit,
      limit: limit, load: load, excess: wording.load(load - limit, of: key))
  }
}
