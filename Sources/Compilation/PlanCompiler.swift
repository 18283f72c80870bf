import OptionModel
package import Portfolio

/// Compiles a portfolio and its policy into an option model, and keeps what everything in it means.
///
/// The mathematics is in the article `Formulation`; every rule of the policy is a file in `Rules`.
package struct PlanCompiler: Sendable {
  private let portfolio: Portfolio
  private let dated: [Int: PlannedOption]

  package init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    dated = [:]
  }

  /// - Parameter dated: by group, options whose days inside their period have been set.
  init(_ portfolio: Portfolio, dated: [Int: PlannedOption]) {
    self.portfolio = portfolio
    self.dated = dated
  }

  /// The model and its meaning.
  ///
  /// Time grows with the number of pairs of account and active CSM; memory with the number of permitted options.
  ///
  /// - Throws: `InvalidCompilation` when numbers are too large, `CompilationConflict` when the rules leave some
  ///   account without any option.
  package func compile() throws -> CompiledPlan {
    try refuseSenselessNumbers()
    let facts = PlanFacts(portfolio)
    let eligibility = EligibilityRules(facts)
    let options = OptionEnumerator(facts, eligibility: eligibility, dated: dated)
    var book = ResourceBook()
    let finals = FinalCSMs(options)
    let declared = RuleSet(
      facts, eligibility: eligibility, declaring: &book, finalCSMs: finals.possible(forAccount:))
    let inherited = inheritedLoads(options, declared, book)
    let rules = declared.knowing(inherited: inherited)
    book.allow(inherited: inherited)
    var assembly = ModelAssembly(options, rules: rules, book: book)
    try assembly.addGroups()
    let (model, meaning) = try assembly.finish()
    return CompiledPlan(
      facts: facts, rules: rules, options: options, book: book, inherited: inherited, model: model,
      meaning: meaning,
      accountsWithoutMoment: assembly.accountsWithoutMoment)
  }

  private func refuseSenselessNumbers() throws {
    let problems = MagnitudeCheck.problems(in: portfolio)
    if !problems.isEmpty { throw InvalidCompilation(problems: problems) }
  }

  /// The loads if nothing new moves: what has begun goes on, other settled accounts stay, departing ones stay up to the
  /// last day.
  private func inheritedLoads(_ options: OptionEnumerator, _ rules: RuleSet, _ book: ResourceBook) -> [Int64] {
    var ledger = LoadLedger(resourceCount: book.keys.count)
    for group in 0..<options.facts.families.groupCount {
      let members = options.facts.families.members(ofGroup: group)
      if let begun = options.begun(members) {
        options.steps.forEachStep(of: begun, group: group) { rules.consume($0, from: &ledger) }
      } else {
        for account in members {
          rules.consume(options.steps.inheritedStep(ofAccount: Int(account)), from: &ledger)
        }
      }
    }
    return ledger.loads
  }
}
