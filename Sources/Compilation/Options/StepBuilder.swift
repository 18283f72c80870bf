import Portfolio

/// Takes options apart into what they do to each account.
struct StepBuilder: Sendable {
  let facts: PlanFacts

  /// Calls `body` for each member of a group, ascending.
  func forEachStep(of option: PlannedOption, group: Int, _ body: (Step) -> Void) {
    let members = facts.families.members(ofGroup: group)
    var isFirstMover = true
    for (position, member) in members.enumerated() {
      let account = Int(member)
      var step = step(of: option, account: account)
      step.isJointStay = members.count > 1 && option.kind == .stay
      if members.count > 1, step.kind == .handoff {
        step.takesSlotIn = isFirstMover
        step.takesSlotOut = !members.prefix(position).contains {
          facts.accounts[Int($0)].incumbent == step.incumbent
        }
        isFirstMover = false
      }
      body(step)
    }
  }

  /// What an option does to one account; a member that is with the receiver already stays.
  func step(of option: PlannedOption, account: Int) -> Step {
    let incumbent = facts.accounts[account].incumbent
    let staysPut = option.kind == .handoff && incumbent == Int(option.csm)
    return Step(
      account: account, kind: staysPut ? .stay : option.kind, incumbent: incumbent, receiver: Int(option.csm),
      period: Int(option.period), moment: option.moment, start: option.start.dayNumber,
      effective: option.effective.dayNumber,
      hasBegun: option.kind == .handoff && option.start < facts.portfolio.asOf)
  }

  /// The step of the selection in which nothing moves: what is inherited.
  func inheritedStep(ofAccount account: Int) -> Step {
    let kind: PlannedOption.Kind = facts.accounts[account].standing == .settled ? .stay : .unassigned
    return step(of: PlannedOption(kind), account: account)
  }
}
