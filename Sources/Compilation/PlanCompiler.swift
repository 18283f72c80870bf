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
    let parts = try prepare()
    var assembly = ModelAssembly(parts.options, rules: parts.rules, book: parts.book)
    try assembly.addGroups()
    let (model, meaning) = try assembly.finish()
    return CompiledPlan(
      facts: parts.options.facts, rules: parts.rules, options: parts.options, book: parts.book,
      inherited: parts.inherited, model: model, meaning: meaning,
      accountsWithoutMoment: assembly.accountsWithoutMoment)
  }

  /// The same portfolio with the banned candidates of bound accounts, each with its bans: never a conflict.
  ///
  /// - Parameter books: CSMs whose settled accounts, although nobody bound them, are to have their banned candidates,
  ///   too.
  /// - Throws: `InvalidCompilation` when numbers are too large.
  package func lift(books: Set<Int32> = []) throws -> LiftedPlan {
    let parts = try prepare()
    var assembly = LiftedAssembly(parts.options, rules: parts.rules, book: parts.book, books: books)
    return try assembly.plan()
  }

  private struct Parts {
    let options: OptionEnumerator
    let rules: RuleSet
    let book: ResourceBook
    let inherited: [Int64]
  }

  /// Facts, rules and resources: everything before the first option.
  private func prepare() throws -> Parts {
    try refuseSenselessNumbers()
    let facts = PlanFacts(portfolio)
    let eligibility = EligibilityRules(facts)
    let options = OptionEnumerator(facts, eligibility: eligibility, dated: dated)
    var book = ResourceBook()
    let finals = FinalCSMs(options)
    let declared = RuleSet(
      facts, eligibility: eligibility, declaring: &book, finalCSMs: finals.possible(forAccount:))
    let inherited = inheritedLoads(options, declared, book)
    book.allow(inherited: inherited)
    return Parts(options: options, rules: declared.knowing(inherited: inherited), book: book, inherited: inherited)
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
      options.forEachInheritedStep(ofGroup: group) { rules.consume($0, from: &ledger) }
    }
    return ledger.loads
  }
}
