import Compilation
import OptionModel
import PlanDocument
import Portfolio

extension PlanAssembler {
  /// One per account, sorted by account.
  func assignments() -> [Assignment] {
    var result: [Assignment] = []
    for group in 0..<plan.model.groupCount {
      let option = plan.meaning.options[selection[group]]
      for member in plan.meaning.members(ofGroup: group) { result.append(assignment(member, option)) }
    }
    return result.sorted { $0.account < $1.account }
  }

  private func assignment(_ member: Int32, _ option: PlannedOption) -> Assignment {
    let account = portfolio.accounts[Int(member)]
    let previous = plan.incumbent(ofAccount: Int(member)) == nil ? nil : account.csmID
    let receiver = option.csm == PlannedOption.none ? nil : portfolio.csms[Int(option.csm)].id
    switch option.kind {
    case .unassigned:
      return Assignment(account: account.id, kind: .unassigned, csm: nil, previous: previous)
    case .cover:
      return Assignment(
        account: account.id, kind: .cover, csm: previous, previous: previous, cover: receiver,
        period: Int(option.period), start: option.start, effective: option.effective)
    case .handoff where receiver != previous, .assign:
      return Assignment(
        account: account.id, kind: option.kind == .assign ? .assign : .handoff, csm: receiver, previous: previous,
        moment: momentID(option.moment), period: Int(option.period), start: option.start,
        effective: option.effective)
    case .stay, .handoff:
      return Assignment(account: account.id, kind: .stay, csm: previous, previous: previous)
    }
  }

  func momentID(_ index: Int16) -> String? {
    if index == PlannedOption.forcedMoment { return "departure" }
    return index >= 0 ? portfolio.policy.handoffs.moments[Int(index)].id : nil
  }
}
