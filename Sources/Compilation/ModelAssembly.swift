import OptionModel
import Portfolio

/// Writes group after group into an option model, and beside it what each option means.
struct ModelAssembly {
  private let enumerator: OptionEnumerator
  private let rules: RuleSet
  private let book: ResourceBook
  private var builder = OptionModelBuilder()
  private var plannedOptions = PlannedOptions()
  private(set) var accountsWithoutMoment: [Int] = []

  private var facts: PlanFacts { enumerator.facts }

  init(_ enumerator: OptionEnumerator, rules: RuleSet, book: ResourceBook) {
    self.enumerator = enumerator
    self.rules = rules
    self.book = book
    for resource in book.resources { builder.addResource(resource) }
  }

  /// - Throws: `CompilationConflict` that lists every group without an option.
  mutating func addGroups() throws {
    var conflicts: [CompilationConflict.Subject] = []
    var collector = OptionCollector()
    var scratch = OptionEnumerator.Scratch()
    var ledger = SummingLedger()
    for group in 0..<facts.families.groupCount {
      collector.removeAll()
      enumerator.visit(group: group, &collector, &scratch)
      noteMissingMoments(ofGroup: group, collector.options, &scratch)
      if collector.options.isEmpty { conflicts.append(conflict(group, &scratch)) }
      add(collector.options, toGroup: group, &ledger)
    }
    if !conflicts.isEmpty { throw CompilationConflict(subjects: conflicts) }
  }

  private mutating func add(_ options: [PlannedOption], toGroup group: Int, _ ledger: inout SummingLedger) {
    builder.beginGroup()
    for option in options {
      ledger.reset()
      enumerator.steps.forEachStep(of: option, group: group) { step in
        rules.charge(step, to: &ledger)
        rules.consume(step, from: &ledger)
      }
      ledger.add(to: &builder)
    }
    plannedOptions.append(contentsOf: options)
  }

  private func conflict(_ group: Int, _ scratch: inout OptionEnumerator.Scratch)
    -> CompilationConflict.Subject
  {
    var collector = VerdictCollector()
    enumerator.visit(group: group, &collector, &scratch)
    return .init(group: group, verdicts: collector.verdicts, facts: facts)
  }

  /// Settled accounts that no moment permits in the horizon, whoever the receiver is.
  private mutating func noteMissingMoments(
    ofGroup group: Int, _ options: [PlannedOption], _ scratch: inout OptionEnumerator.Scratch
  ) {
    let members = facts.families.members(ofGroup: group)
    guard facts.accounts[Int(members[members.startIndex])].standing == .settled else { return }
    if scratch.starts.contains(where: { $0 != nil }) || options.contains(where: { $0.kind == .handoff }) {
      return
    }
    if !enumerator.hasMoment(forSomeOf: members, &scratch) {
      accountsWithoutMoment += members.map { Int($0) }
    }
  }

  mutating func finish() throws -> (OptionModel, ModelMeaning) {
    let families = facts.families
    let meaning = ModelMeaning(
      memberStarts: families.memberStarts, members: families.members, options: plannedOptions,
      resources: book.keys)
    do {
      return (try builder.build(), meaning)
    } catch {
      throw InvalidCompilation(
        error, groupOfOption: { subject(ofOption: $0) }, resource: { "\(book.keys[$0])" })
    }
  }

  /// The group of an option by its accounts, for a message.
  private func subject(ofOption option: Int) -> String {
    let position = plannedOptions.indices.contains(option) ? plannedOptions[option] : nil
    let csm = position.map { $0.csm < 0 ? "nobody" : facts.portfolio.csms[Int($0.csm)].id } ?? "nobody"
    return "Option \(option) (\(csm))"
  }
}
