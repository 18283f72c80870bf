import OptionModel
import Portfolio

/// Writes groups with permitted and banned candidates into a model without costs.
struct LiftedAssembly {
  private let enumerator: OptionEnumerator
  private let candidates: LiftedCandidates
  private let rules: RuleSet
  private let book: ResourceBook
  private let books: Set<Int32>
  private var builder = OptionModelBuilder()
  private var plannedOptions = PlannedOptions()
  private var table = BanTable()

  private var facts: PlanFacts { enumerator.facts }

  init(_ enumerator: OptionEnumerator, rules: RuleSet, book: ResourceBook, books: Set<Int32>) {
    self.enumerator = enumerator
    self.rules = rules
    self.book = book
    self.books = books
    candidates = LiftedCandidates(enumerator)
    for resource in book.resources { builder.addResource(Resource(upper: resource.upper)) }
  }

  /// - Throws: `InvalidCompilation` when numbers are too large.
  mutating func plan() throws -> LiftedPlan {
    var scratch = OptionEnumerator.Scratch()
    var collector = OptionCollector()
    for group in 0..<facts.families.groupCount {
      collector.removeAll()
      enumerator.visit(group: group, &collector, &scratch)
      let isBound = collector.options.isEmpty || somebodyBound(group)
      if isBound || isOfBooks(group) {
        addLifted(group, isBound: isBound, &scratch)
      } else {
        builder.beginGroup()
        for option in collector.options { add(option, group, bans: []) }
      }
    }
    let families = facts.families
    let meaning = ModelMeaning(
      memberStarts: families.memberStarts, members: families.members, options: plannedOptions, resources: book.keys)
    return LiftedPlan(
      facts: facts, model: try model(), meaning: meaning, table: table, limits: book.limits)
  }

  private func model() throws -> OptionModel {
    do {
      return try builder.build()
    } catch {
      throw InvalidCompilation(error, groupOfOption: { "Option \($0)" }, resource: { "\(book.keys[$0])" })
    }
  }

  private func somebodyBound(_ group: Int) -> Bool {
    facts.families.members(ofGroup: group).contains { member in
      facts.accounts[Int(member)].pin != AccountFacts.nobody || facts.agreements.terms(ofAccount: Int(member)) != nil
    }
  }

  private func isOfBooks(_ group: Int) -> Bool {
    facts.families.members(ofGroup: group).contains { member in
      let account = facts.accounts[Int(member)]
      return account.standing == .settled && books.contains(Int32(account.incumbent))
    }
  }

  private mutating func addLifted(_ group: Int, isBound: Bool, _ scratch: inout OptionEnumerator.Scratch) {
    builder.beginGroup()
    let first = facts.families.members(ofGroup: group).first.map { facts.accounts[Int($0)].incumbent } ?? -1
    for (option, bans) in candidates.candidates(ofGroup: group, &scratch) {
      let named =
        isBound ? bans : bans.map { (instance: .book($0.instance.rule, csm: Int32(first)), reason: $0.reason) }
      add(option, group, bans: named)
    }
  }

  private mutating func add(
    _ option: PlannedOption, _ group: Int, bans: [(instance: RuleInstance, reason: String)]
  ) {
    var ledger = SummingLedger()
    enumerator.steps.forEachStep(of: option, group: group) { rules.consume($0, from: &ledger) }
    ledger.add(to: &builder)
    plannedOptions.append(option)
    table.append(bans)
  }
}
