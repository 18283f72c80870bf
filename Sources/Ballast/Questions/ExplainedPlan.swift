import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// A plan read from a file, in terms of the model that it was made from.
struct ExplainedPlan {
  let compiled: CompiledPlan
  let selection: Selection
  let labels: [String]

  /// - Throws: `UnfitPlan` where the plan is not one of this portfolio, or costs something else than it says.
  init(_ document: PlanDocument, of portfolio: Portfolio) throws {
    guard case .plan(let compiled) = try CompiledOutcome(portfolio) else {
      throw UnfitPlan(reason: "The rules leave some account no option at all.")
    }
    self.compiled = compiled
    labels = PlanAssembler.labels(of: compiled)
    selection = try ExplainedPlan.selection(of: document, in: compiled)
    guard compiled.model.objective(of: selection) == document.objective.micropoints else {
      throw UnfitPlan(reason: "It costs something else than it states.")
    }
  }

  /// O(options), days apart: a plan has days of its own inside the periods.
  private static func selection(of document: PlanDocument, in compiled: CompiledPlan) throws -> Selection {
    let assignments = Dictionary(document.assignments.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    return Selection(
      try (0..<compiled.model.groupCount).map { group in
        let members = compiled.meaning.members(ofGroup: group).map { Int($0) }
        let wanted = members.map { assignments[compiled.portfolio.accounts[$0].id] }
        let found = compiled.model.options(ofGroup: group).first { option in
          zip(members, wanted).allSatisfy { member, assignment in
            assignment.map { compiled.decides(option, account: member, as: $0) } ?? false
          }
        }
        guard let found else {
          let account = compiled.portfolio.accounts[members[0]].id
          throw UnfitPlan(reason: "What it decides for \(account) is not permitted.")
        }
        return Int32(found)
      })
  }
}

/// A plan that does not follow from its data: edited by hand, or made by another version.
public struct UnfitPlan: Error, Sendable {
  public let reason: String
}

extension CompiledPlan {
  /// Whether an option does with an account what an assignment says, whatever the day.
  fileprivate func decides(_ index: Int, account: Int, as assignment: Assignment) -> Bool {
    let option = meaning.options[index]
    let csm = option.csm == PlannedOption.none ? nil : portfolio.csms[Int(option.csm)].id
    switch option.kind {
    case .stay: return assignment.kind == .stay
    case .unassigned: return assignment.kind == .unassigned
    case .cover: return assignment.kind == .cover && assignment.cover == csm
    case .handoff where incumbent(ofAccount: account).map({ Int32($0) }) == option.csm:
      return assignment.kind == .stay && assignment.csm == csm
    case .handoff, .assign:
      return (assignment.kind == .handoff || assignment.kind == .assign) && assignment.csm == csm
        && assignment.period == Int(option.period)
    }
  }
}
