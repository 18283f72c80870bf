import OptionModel

/// `PreferredPass` for several levels: a group goes home when that is feasible and lexicographically no worse.
enum LexicographicPass {
  /// Moves single groups to a fixpoint. Every move brings one group home, so there are at most as many as groups.
  static func apply(to selection: Selection, of model: OptionModel, preferred: Selection) -> Selection {
    var state = LevelledState(model, selection)
    var moved = true
    while moved {
      moved = false
      for group in 0..<model.groupCount where state.selection[group] != preferred[group] {
        guard let change = state.change(group: group, to: preferred[group]),
          change.first(where: { $0 != 0 }) ?? 0 <= 0
        else { continue }
        state.apply(group: group, to: preferred[group])
        moved = true
      }
    }
    return state.selection
  }
}

/// A feasible selection with its loads.
private struct LevelledState {
  private let model: OptionModel
  private(set) var selection: Selection
  private var loads: [Int64]

  init(_ model: OptionModel, _ selection: Selection) {
    self.model = model
    self.selection = selection
    loads = model.loads(of: selection)
  }

  /// What changing one group adds to each level; `nil` where a limit forbids it.
  func change(group: Int, to option: Int) -> [Int64]? {
    let old = selection[group]
    var change = (0..<model.levelCount).map {
      model.cost(ofOption: option, level: $0) - model.cost(ofOption: old, level: $0)
    }
    for (index, difference) in differences(from: old, to: option) where difference != 0 {
      let (resource, load) = (model.resources[index], loads[index])
      guard resource.violation(at: load + difference) == 0 else { return nil }
      change[Int(resource.level)] += resource.charge(at: load + difference) - resource.charge(at: load)
    }
    return change
  }

  mutating func apply(group: Int, to option: Int) {
    for (index, difference) in differences(from: selection[group], to: option) { loads[index] += difference }
    selection[group] = option
  }

  private func differences(from old: Int, to new: Int) -> [Int: Int64] {
    var found: [Int: Int64] = [:]
    for (option, sign) in [(old, Int64(-1)), (new, 1)] {
      for consumed in model.consumptions(ofOption: option) {
        found[consumed.resource, default: 0] += sign * consumed.amount
      }
    }
    return found
  }
}
