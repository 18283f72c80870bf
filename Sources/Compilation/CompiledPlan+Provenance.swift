import OptionModel
package import Portfolio

/// Why the model is as it is: the rules are run once more, on one candidate, and asked for their reasons.
extension CompiledPlan {
  /// Which rule charged and consumed what of an option. Its costs and consumptions are exactly those of the model.
  package func provenance(ofOption option: Int) -> OptionProvenance {
    provenance(of: meaning.options[option], group: group(ofOption: option))
  }

  /// The same for an option that need not be in the model: what a banned option would have cost.
  package func provenance(of option: PlannedOption, group: Int) -> OptionProvenance {
    var ledger = RecordingLedger(keys: meaning.resources)
    options.steps.forEachStep(of: option, group: group) { step in
      ledger.account = step.account
      rules.charge(step, to: &ledger)
      rules.consume(step, from: &ledger)
    }
    return ledger.provenance
  }

  /// What each rule charges an option, without a reason; zeros are absent.
  package func charges(ofOption option: Int, group: Int) -> [RuleID: Int64] {
    var ledger = RuleLedger()
    options.steps.forEachStep(of: meaning.options[option], group: group) { rules.charge($0, to: &ledger) }
    return ledger.charges
  }

  /// The candidates of a group that the policy bans, with the rule that does, in the order of options.
  package func verdicts(forGroup group: Int) -> [Verdict] {
    var collector = VerdictCollector()
    var scratch = OptionEnumerator.Scratch()
    options.visit(group: group, &collector, &scratch)
    return collector.verdicts
  }

  /// The first verdict on each receiver without any option, in the order of options: at most `limit` of them. Who
  /// leaves or has left is nobody's alternative.
  package func rejections(forGroup group: Int, limit: Int) -> [Verdict] {
    rejected(group, limit).map { Verdict(option: $0.option, rule: $0.ban.rule, reason: $0.ban.reason) }
  }

  /// How many receivers each rule keeps from having any option, counted by the first verdict on them.
  package func rejectionCounts(forGroup group: Int) -> [RuleID: Int] {
    rejected(group, .max).reduce(into: [:]) { $0[$1.ban.rule, default: 0] += 1 }
  }

  private func rejected(_ group: Int, _ limit: Int) -> [(option: PlannedOption, ban: Ban)] {
    var collector = RejectionCollector(
      csmCount: facts.csms.count, options: meaning.options[model.options(ofGroup: group)], limit: limit)
    var scratch = OptionEnumerator.Scratch()
    options.visit(group: group, &collector, &scratch)
    return collector.rejections
  }

  /// Moments, beside the chosen one, that permit the handoff in the same period; indices into the policy or
  /// `PlannedOption.forcedMoment`, which comes last.
  package func otherMoments(forGroup group: Int, option: PlannedOption) -> [Int16] {
    guard option.kind == .handoff else { return [] }
    let csm = facts.csms[Int(option.csm)]
    let movers = meaning.members(ofGroup: group).filter {
      facts.accounts[Int($0)].incumbent != Int(option.csm)
    }
    let request = StartRequest(
      accounts: movers[...], period: Int(option.period), earliest: csm.startDay ?? DaySpan.beginningOfTime,
      leave: csm.leave)
    var scratch = StartDaySearch.Scratch()
    return options.search.permittingMoments(request, &scratch).filter { $0 != option.moment }
  }

  /// The limit and the inherited load of a resource, with the thresholds of hours.
  package func limits(ofResource resource: Int) -> ResourceLimits {
    let key = meaning.resources[resource]
    var band: CapacityBand?
    if case .hours(let csm, let period) = key { band = effort.band(csm: Int(csm), period: Int(period)) }
    return ResourceLimits(
      key: key, policyLimit: policyLimits[resource], inheritedLoad: inheritedLoads[resource],
      upper: model.resources[resource].upper, band: band)
  }
}
