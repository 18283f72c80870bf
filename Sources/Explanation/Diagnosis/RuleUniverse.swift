import Compilation
import OptionModel
import Portfolio

/// All rule instances of a lifted plan, numbered: the hard limits, then the bans.
struct RuleUniverse {
  let plan: LiftedPlan
  let instances: [RuleInstance]
  /// By resource: its number, or -1 without a hard limit.
  let limitNumber: [Int32]
  /// The number of ban `b` is `firstBan + b`.
  let firstBan: Int
  private let numbers: [RuleInstance: Int]

  init(_ plan: LiftedPlan) {
    self.plan = plan
    var instances: [RuleInstance] = []
    var limitNumber: [Int32] = []
    for (index, resource) in plan.model.resources.enumerated() {
      limitNumber.append(resource.upper == nil ? -1 : Int32(instances.count))
      if resource.upper != nil { instances.append(.limit(plan.meaning.resources[index])) }
    }
    self.limitNumber = limitNumber
    firstBan = instances.count
    self.instances = instances + plan.bans
    numbers = Dictionary(
      self.instances.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { instances.count }

  func number(of instance: RuleInstance) -> Int? { numbers[instance] }

  /// The model in which only some of the rules hold.
  func model(keeping isKept: [Bool]) -> KeptModel { KeptModel(self, isKept: isKept) }

  func kept(_ numbers: some Sequence<Int>) -> [Bool] {
    var isKept = [Bool](repeating: false, count: count)
    for number in numbers { isKept[number] = true }
    return isKept
  }

  /// Whether a ban of the option is kept.
  func isBanned(_ option: Int, _ isKept: [Bool]) -> Bool {
    plan.bans(ofOption: option).contains { isKept[firstBan + Int($0)] }
  }

  /// Whether the kept rules hold when accounts stay as they are wherever that is open, and load least where it is not:
  /// true for all that nobody bound. O(size of the lifted model).
  func holdsAsItIs(keeping isKept: [Bool]) -> Bool {
    let model = plan.model
    var options: [Int32] = []
    for group in 0..<model.groupCount {
      let open = model.options(ofGroup: group).filter { !isBanned($0, isKept) }
      let own = open.first { [.stay, .unassigned].contains(plan.meaning.options[$0].kind) }
      guard let choice = own ?? open.min(by: { load(of: $0) < load(of: $1) }) else { return false }
      options.append(Int32(choice))
    }
    let loads = model.loads(of: Selection(options))
    return limitNumber.indices.allSatisfy { index in
      limitNumber[index] < 0 || !isKept[Int(limitNumber[index])]
        || model.resources[index].violation(at: loads[index]) == 0
    }
  }

  private func load(of option: Int) -> Int64 {
    plan.model.consumptions(ofOption: option).reduce(Int64(0)) { $0 + $1.amount }
  }
}
