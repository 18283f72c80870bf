import Compilation
import OptionModel

/// The lifted model under some of its rules, without whatever cannot matter to their feasibility.
///
/// Limits that are not kept are no limits; a group with an open option that loads no kept limit takes it and is left
/// out, unless another of its options relieves one; of options with equal loads one is enough.
struct KeptModel {
  /// What is left; `nil` when some group has no open option.
  let model: OptionModel?
  /// The first group without an open option.
  let emptyGroup: Int?
  /// By option of `model`: that of the lifted model.
  private let wholeOptions: [Int32]
  /// By group: the option taken by those left out, else -1.
  private let taken: [Int32]
  /// By group of `model`: that of the lifted model.
  let groups: [Int32]
  /// By resource of `model`: that of the lifted model.
  let resources: [Int32]

  /// O(size of the lifted model).
  init(_ universe: RuleUniverse, isKept: [Bool]) {
    let whole = universe.plan.model
    var builder = OptionModelBuilder()
    var numbers = [Int32](repeating: -1, count: whole.resourceCount)
    var resources: [Int32] = []
    for (index, number) in universe.limitNumber.enumerated() where number >= 0 && isKept[Int(number)] {
      numbers[index] = Int32(builder.addResource(Resource(upper: whole.resources[index].upper)))
      resources.append(Int32(index))
    }
    var taken = [Int32](repeating: -1, count: whole.groupCount)
    var (options, groups): ([Int32], [Int32]) = ([], [])
    var emptyGroup: Int?
    for group in 0..<whole.groupCount where emptyGroup == nil {
      let open = KeptModel.distinct(
        whole.options(ofGroup: group).filter { !universe.isBanned($0, isKept) }, whole, numbers)
      if open.isEmpty { emptyGroup = group }
      if let free = KeptModel.harmless(open) {
        taken[group] = Int32(free)
        continue
      }
      builder.beginGroup()
      groups.append(Int32(group))
      for candidate in open {
        builder.addOption(cost: 0)
        for load in candidate.loads { builder.consume(load.amount, of: Int(load.resource)) }
        options.append(Int32(candidate.option))
      }
    }
    self.emptyGroup = emptyGroup
    model = emptyGroup == nil ? try? builder.build() : nil
    wholeOptions = options
    self.taken = taken
    self.groups = groups
    self.resources = resources
  }

  private struct Load: Hashable {
    let resource: Int32
    let amount: Int64
  }

  private typealias Candidate = (option: Int, loads: [Load])

  private static func distinct(_ open: [Int], _ whole: OptionModel, _ numbers: [Int32]) -> [Candidate] {
    var seen: Set<[Load]> = []
    return open.compactMap { option in
      var loads: [Load] = []
      for consumed in whole.consumptions(ofOption: option) {
        let number = numbers[consumed.resource]
        if number >= 0 { loads.append(Load(resource: number, amount: consumed.amount)) }
      }
      loads.sort { $0.resource < $1.resource }
      return seen.insert(loads).inserted ? (option, loads) : nil
    }
  }

  /// An option that loads nothing in a group that relieves nothing.
  private static func harmless(_ open: [Candidate]) -> Int? {
    guard let free = open.first(where: { $0.loads.isEmpty }),
      open.allSatisfy({ $0.loads.allSatisfy { $0.amount >= 0 } })
    else { return nil }
    return free.option
  }

  /// The selection of the lifted model that one of `model` stands for.
  func whole(_ selection: Selection) -> Selection {
    var result = taken
    for (group, option) in zip(groups, selection.options) { result[Int(group)] = wholeOptions[Int(option)] }
    return Selection(result)
  }
}
