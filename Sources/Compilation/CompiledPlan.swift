package import OptionModel
package import Portfolio

/// An option model together with everything it means: made by `PlanCompiler`, read by solver and explanation.
package struct CompiledPlan: Sendable {
  package let model: OptionModel
  package let meaning: ModelMeaning
  /// By resource: the loads if nothing moves (settled accounts stay, departing ones up to the last day), in quanta.
  package let inheritedLoads: [Int64]
  /// Indices of settled accounts that no moment permits to move in the horizon, whoever the receiver is; ascending.
  package let accountsWithoutMoment: [Int]
  /// By group: `stay`, else `unassigned`, else the first option.
  package let preferredOptions: Selection
  /// By group: what was published or accepted, else the preferred option; `nil` without agreements.
  package let agreedOptions: Selection?
  package let balanceTargets: BalanceTargets

  let facts: PlanFacts
  let rules: RuleSet
  let options: OptionEnumerator
  /// The limit of the policy by resource, before what is already wrong is allowed for.
  let policyLimits: [Int64?]
  /// Of all resources but the splits of families, which are many and known to their rule.
  private let resourceIndices: [ResourceKey: Int]

  package var portfolio: Portfolio { facts.portfolio }
  package var timeline: Timeline { facts.timeline }
  /// Minutes of accounts and CSMs.
  package var effort: EffortBook { facts.effort }

  init(
    facts: PlanFacts, rules: RuleSet, options: OptionEnumerator, book: ResourceBook, inherited: [Int64],
    model: OptionModel, meaning: ModelMeaning, accountsWithoutMoment: [Int]
  ) {
    self.facts = facts
    self.rules = rules
    self.options = options
    policyLimits = book.limits
    self.model = model
    self.meaning = meaning
    inheritedLoads = inherited
    self.accountsWithoutMoment = accountsWithoutMoment.sorted()
    balanceTargets = BalanceTargets(facts)
    resourceIndices = CompiledPlan.indices(of: book.keys)
    let preferred = CompiledPlan.preferredOptions(model, meaning)
    preferredOptions = preferred
    agreedOptions = AgreedSelection(facts: facts, steps: options.steps, model: model, meaning: meaning)
      .selection(besides: preferred)
  }

  private static func indices(of keys: [ResourceKey]) -> [ResourceKey: Int] {
    var indices: [ResourceKey: Int] = [:]
    for (index, key) in keys.enumerated() {
      if case .familySplit = key { continue }
      indices[key] = index
    }
    return indices
  }

  private static func preferredOptions(_ model: OptionModel, _ meaning: ModelMeaning) -> Selection {
    Selection(
      (0..<model.groupCount).map { group in
        let options = model.options(ofGroup: group)
        func first(_ kind: PlannedOption.Kind) -> Int? { options.first { meaning.options[$0].kind == kind } }
        return Int32(first(.stay) ?? first(.unassigned) ?? options.lowerBound)
      })
  }

  // MARK: - Reading a selection

  /// The chosen option of every group.
  package func decode(_ selection: Selection) -> [PlannedOption] {
    (0..<model.groupCount).map { meaning.options[selection[$0]] }
  }

  /// The group of an account.
  package func group(ofAccount account: Int) -> Int { Int(facts.families.groupOfAccount[account]) }

  /// The group of an option. O(log groups).
  package func group(ofOption option: Int) -> Int {
    var (low, high) = (0, model.groupCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(model.groupStarts[middle]) <= option { low = middle } else { high = middle }
    }
    return low
  }

  /// The index of a resource; `nil` where the model has none.
  package func resource(_ key: ResourceKey) -> Int? {
    guard case .familySplit(let account, let csm) = key else { return resourceIndices[key] }
    let index = rules.family.resource(ofMember: Int(account), csm)
    return index < 0 ? nil : Int(index)
  }

  /// The active incumbent of an account; `nil` for an orphan.
  package func incumbent(ofAccount account: Int) -> Int? {
    let incumbent = facts.accounts[account].incumbent
    return incumbent == AccountFacts.nobody ? nil : incumbent
  }

  /// With an active incumbent that leaves inside the horizon.
  package func isDeparting(account: Int) -> Bool { facts.accounts[account].standing == .departing }

  /// Health below the limit of the policy, or a relationship at risk.
  package func isAtRisk(account: Int) -> Bool { facts.accounts[account].isAtRisk }

  /// The anchor of the family of an account; `nil` where it has none.
  package func familyAnchor(ofAccount account: Int) -> Int? {
    let anchor = facts.families.anchors[account]
    return anchor < 0 ? nil : Int(anchor)
  }

  /// Active: neither gone nor inactive.
  package func isActive(csm: Int) -> Bool { facts.csms[csm].isActive }
  /// Active with a last day inside the horizon.
  package func isDeparting(csm: Int) -> Bool { facts.csms[csm].isDeparting }
}
