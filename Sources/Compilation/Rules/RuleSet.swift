/// Every rule of the policy; what an option costs and consumes is what they say, one after the other.
final class RuleSet: Sendable {
  let eligibility: EligibilityRules
  let continuity: ContinuityRule
  let coverage: CoverageRule
  let leave: LeaveRule
  let family: FamilyRule
  let capacity: CapacityRule
  let handoffEffort: HandoffEffortRule
  let balance: BalanceRule
  let books: BookLimitsRule
  let slots: HandoffSlotsRule
  let moveBudget: MoveBudgetRule
  let transition: TransitionLimitsRule

  /// Declares the resources in the order of the formulation.
  init(
    _ facts: PlanFacts, eligibility: EligibilityRules, declaring book: inout ResourceBook,
    finalCSMs: (Int) -> [Int32]
  ) {
    self.eligibility = eligibility
    continuity = ContinuityRule(facts)
    coverage = CoverageRule(facts)
    leave = LeaveRule(facts)
    capacity = CapacityRule(facts, declaring: &book)
    handoffEffort = HandoffEffortRule(facts, capacity: capacity)
    balance = BalanceRule(facts, declaring: &book)
    books = BookLimitsRule(facts, declaring: &book)
    slots = HandoffSlotsRule(facts, declaring: &book)
    moveBudget = MoveBudgetRule(facts, declaring: &book)
    transition = TransitionLimitsRule(facts, declaring: &book)
    family = FamilyRule(facts, declaring: &book, finalCSMs: finalCSMs)
  }

  /// The same rules, knowing what is inherited.
  func knowing(inherited: [Int64]) -> RuleSet {
    RuleSet(self, capacity: capacity, overloads: capacity.overloads(inherited))
  }

  /// Rules that read hours from other efforts: of those of `charge` and `consume` only `consumeHours` is meant for them.
  /// Who is above the hard limit on arrival is so by the expected efforts.
  func withHighEffort(_ facts: PlanFacts, inherited: [Int64]) -> RuleSet {
    RuleSet(self, capacity: CapacityRule(facts, like: capacity), overloads: capacity.overloads(inherited))
  }

  private init(_ rules: RuleSet, capacity: CapacityRule, overloads: [Bool]) {
    eligibility = rules.eligibility
    continuity = rules.continuity
    coverage = rules.coverage
    leave = rules.leave
    family = rules.family
    self.capacity = capacity
    handoffEffort = HandoffEffortRule(capacity.facts, capacity: capacity, overloads: overloads)
    balance = rules.balance
    books = rules.books
    slots = rules.slots
    moveBudget = rules.moveBudget
    transition = rules.transition
  }

  /// What a step takes of the hours of people.
  func consumeHours(_ step: Step, from ledger: inout some Ledger) {
    capacity.consume(step, from: &ledger)
    handoffEffort.consume(step, from: &ledger)
  }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    eligibility.region.charge(step, to: &ledger)
    eligibility.tier.charge(step, to: &ledger)
    eligibility.language.charge(step, to: &ledger)
    eligibility.forbiddenPair.charge(step, to: &ledger)
    eligibility.domain.charge(step, to: &ledger)
    continuity.charge(step, to: &ledger)
    eligibility.lock.charge(step, to: &ledger)
    eligibility.moment.charge(step, to: &ledger)
    eligibility.blackout.charge(step, to: &ledger)
    eligibility.departure.charge(step, to: &ledger)
    eligibility.agreement.charge(step, to: &ledger)
    coverage.charge(step, to: &ledger)
    leave.charge(step, to: &ledger)
    family.charge(step, to: &ledger)
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    capacity.consume(step, from: &ledger)
    handoffEffort.consume(step, from: &ledger)
    balance.consume(step, from: &ledger)
    books.consume(step, from: &ledger)
    slots.consume(step, from: &ledger)
    moveBudget.consume(step, from: &ledger)
    transition.consume(step, from: &ledger)
    family.consume(step, from: &ledger)
  }
}
