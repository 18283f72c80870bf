import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio

/// Where a search begins when a plan of a similar portfolio is known: its choices and multipliers, found again by ids.
struct WarmStart {
  let selection: Selection
  let multipliers: Multipliers

  init(_ document: PlanDocument, for compiled: CompiledPlan) {
    let known = Dictionary(document.assignments.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    selection = Selection(
      (0..<compiled.model.groupCount).map { group in
        let account = Int(compiled.meaning.members(ofGroup: group).first ?? 0)
        let assignment = known[compiled.portfolio.accounts[account].id]
        return assignment.flatMap { WarmStart.option(of: group, like: $0, compiled) }
          ?? compiled.preferredOptions.options[group]
      })
    let values = Dictionary(
      document.multipliers.map { ($0.resource, $0.value) }, uniquingKeysWith: { first, _ in first })
    let names = ResourceNames(portfolio: compiled.portfolio)
    multipliers = Multipliers(compiled.meaning.resources.map { values[names.name(of: $0)] ?? 0 })
  }

  /// The same person in the same period; else the same person in another one.
  private static func option(of group: Int, like assignment: Assignment, _ compiled: CompiledPlan) -> Int32? {
    let person = assignment.kind == .cover ? assignment.cover : assignment.csm
    var nearest: Int32?
    for option in compiled.model.options(ofGroup: group) {
      let choice = compiled.meaning.options[option]
      guard Assignment.Kind(choice.kind) == assignment.kind else { continue }
      let isSame = choice.csm == PlannedOption.none || compiled.portfolio.csms[Int(choice.csm)].id == person
      guard isSame else { continue }
      if choice.csm == PlannedOption.none || Int(choice.period) == assignment.period { return Int32(option) }
      nearest = nearest ?? Int32(option)
    }
    return nearest
  }
}
