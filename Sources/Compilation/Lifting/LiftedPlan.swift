package import OptionModel
package import Portfolio

/// A portfolio in which every rule can be lifted: banned candidates of accounts that somebody bound are options, each
/// with the rules that ban it.
///
/// Somebody bound an account by a pin or an agreement, or it has no permitted option. All other accounts can stay as
/// they are, so that they alone never collide; they have their permitted options, and banned ones on request.
package struct LiftedPlan: Sendable {
  /// Hard limits as they stand; no costs and no prices.
  package let model: OptionModel
  package let meaning: ModelMeaning
  /// Every ban of some option.
  package let bans: [RuleInstance]
  /// What the rule says, in its own words, beside `bans`.
  package let reasons: [String]
  /// Bans of option `o`: `banNumbers[banStarts[o] ..< banStarts[o + 1]]`, indices into `bans`.
  let banStarts: [Int32]
  let banNumbers: [Int32]

  private let facts: PlanFacts
  /// By resource: the limit of the policy, before what is already wrong is allowed for.
  package let policyLimits: [Int64?]

  package var portfolio: Portfolio { facts.portfolio }
  package var timeline: Timeline { facts.timeline }
  package var effort: EffortBook { facts.effort }

  /// Indices into `bans`; empty for what is permitted.
  package func bans(ofOption option: Int) -> ArraySlice<Int32> {
    banNumbers[Int(banStarts[option])..<Int(banStarts[option + 1])]
  }

  /// The active incumbent; `nil` for an orphan.
  package func incumbent(ofAccount account: Int32) -> Int32? {
    let incumbent = facts.accounts[Int(account)].incumbent
    return incumbent == AccountFacts.nobody ? nil : Int32(incumbent)
  }

  init(
    facts: PlanFacts, model: OptionModel, meaning: ModelMeaning, table: BanTable, limits: [Int64?]
  ) {
    self.facts = facts
    self.model = model
    self.meaning = meaning
    bans = table.instances
    reasons = table.reasons
    banStarts = table.starts
    banNumbers = table.numbers
    policyLimits = limits
  }
}
