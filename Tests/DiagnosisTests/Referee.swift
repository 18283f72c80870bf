import Compilation
import OptionModel
import Portfolio

/// Tries every combination of options of a lifted plan.
struct Referee {
  private let plan: LiftedPlan
  private let members: Set<RuleInstance>
  private var loads: [Int64]

  /// Whether the rules of a set can hold together while all others are lifted.
  static func canHold(_ members: some Sequence<RuleInstance>, in plan: LiftedPlan) -> Bool {
    var referee = Referee(
      plan: plan, members: Set(members), loads: Array(repeating: 0, count: plan.model.resourceCount))
    return referee.descend(0)
  }

  private mutating func descend(_ group: Int) -> Bool {
    guard group < plan.model.groupCount else { return holds }
    for option in distinct(group) {
      add(option, 1)
      let found = descend(group + 1)
      add(option, -1)
      if found { return true }
    }
    return false
  }

  /// Options that no kept rule bans, each load once.
  private func distinct(_ group: Int) -> [Int] {
    var seen: Set<[Int64]> = []
    return plan.model.options(ofGroup: group).filter { option in
      guard !plan.bans(ofOption: option).contains(where: { members.contains(plan.bans[Int($0)]) }) else { return false }
      var loads: [Int64] = []
      for consumed in plan.model.consumptions(ofOption: option) {
        let resource = consumed.resource
        guard members.contains(.limit(plan.meaning.resources[resource])) else { continue }
        loads += [Int64(resource), consumed.amount]
      }
      return seen.insert(loads).inserted
    }
  }

  private mutating func add(_ option: Int, _ sign: Int64) {
    for consumed in plan.model.consumptions(ofOption: option) {
      loads[consumed.resource] += sign * consumed.amount
    }
  }

  private var holds: Bool {
    plan.meaning.resources.indices.allSatisfy { index in
      !members.contains(.limit(plan.meaning.resources[index]))
        || plan.model.resources[index].violation(at: loads[index]) == 0
    }
  }
}

/// The least objective of a small model, by trying everything; `nil` where nothing is feasible.
func leastObjective(of model: OptionModel) -> Int64? {
  var selection = Selection(Array(repeating: 0, count: model.groupCount))
  var best: Int64?
  func descend(_ group: Int) {
    guard group < model.groupCount else {
      if model.violations(of: selection).isEmpty { best = min(best ?? .max, model.objective(of: selection)) }
      return
    }
    for option in model.options(ofGroup: group) {
      selection[group] = option
      descend(group + 1)
    }
  }
  descend(0)
  return best
}
