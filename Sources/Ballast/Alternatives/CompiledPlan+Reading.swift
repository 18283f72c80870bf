import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio

extension CompiledPlan {
  /// The selection that a plan of this portfolio stands for; `nil` where some assignment is no option.
  func selection(of document: PlanDocument) -> Selection? {
    let assignments = Dictionary(document.assignments.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    var chosen: [Int32] = []
    for group in 0..<model.groupCount {
      let members = meaning.members(ofGroup: group).map { portfolio.accounts[Int($0)].id }
      let own = members.compactMap { assignments[$0] }
      guard let assignment = own.first(where: { $0.kind != .stay }) ?? own.first,
        let option = model.options(ofGroup: group).first(where: { matches(meaning.options[$0], assignment) })
      else { return nil }
      chosen.append(Int32(option))
    }
    return Selection(chosen)
  }

  private func matches(_ option: PlannedOption, _ assignment: Assignment) -> Bool {
    guard Assignment.Kind(option.kind) == assignment.kind else { return false }
    let csm = option.csm == PlannedOption.none ? nil : portfolio.csms[Int(option.csm)].id
    switch assignment.kind {
    case .stay, .unassigned: return true
    case .handoff, .assign: return csm == assignment.csm && Int(option.period) == assignment.period
    case .cover: return csm == assignment.cover
    }
  }

  /// Who looks after the accounts of a group in the end; -1 nobody. Members of a joint group end with one CSM, or stay.
  func finalCSM(ofOption option: Int, group: Int) -> Int32 {
    let planned = meaning.options[option]
    switch planned.kind {
    case .handoff, .assign: return planned.csm
    case .unassigned: return PlannedOption.none
    case .stay, .cover:
      let first = meaning.members(ofGroup: group).first.map { Int($0) } ?? 0
      return Int32(incumbent(ofAccount: first) ?? -1)
    }
  }
}
