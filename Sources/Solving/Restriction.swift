import OptionModel

/// A smaller model: some groups keep some of their options, all others keep their choice for good.
///
/// Loads of what is fixed move the limits and thresholds of the resources, and its costs join the constant, so
/// objectives of the smaller model are objectives of the whole.
struct Restriction {
  let model: OptionModel
  /// The group of the whole model behind each group.
  let groups: [Int]
  /// The resource of the whole model behind each resource.
  let resources: [Int]
  /// The option of the whole model behind each option.
  private let options: [Int]
  private let base: Selection

  /// `nil` when the smaller model could not be built or leaves nothing to choose.
  /// O(groups + options of `groups` + resources).
  init?(_ whole: OptionModel, at base: Selection, freeing candidates: [Int], keeping isKept: (Int) -> Bool) {
    self.base = base
    let choices = candidates.map { group in
      whole.options(ofGroup: group).filter { $0 == base[group] || isKept($0) }
    }
    let open = choices.indices.filter { choices[$0].count > 1 }
    guard !open.isEmpty else { return nil }
    groups = open.map { candidates[$0] }
    options = open.flatMap { choices[$0] }
    var builder = RestrictionBuilder(whole, fixed: base, freeing: groups)
    for index in open { builder.addGroup(options: choices[index]) }
    builder.addResources()
    resources = builder.resources
    guard let model = try? builder.build() else { return nil }
    self.model = model
  }

  /// The same from a state with its loads, and with the options that each group may choose from, its own among them.
  /// O(options of `groups` + resources), besides a copy of the selection.
  init?(_ state: SearchState, freeing groups: [Int], choices: [[Int]]) {
    base = Selection(state.selection)
    self.groups = groups
    options = choices.flatMap { $0 }
    var builder = RestrictionBuilder(state, freeing: groups)
    for options in choices { builder.addGroup(options: options) }
    builder.addResources()
    resources = builder.resources
    guard let model = try? builder.build() else { return nil }
    self.model = model
  }

  /// The choice of the base, as a selection of the smaller model.
  var start: Selection {
    Selection(
      groups.indices.map { index in
        Int32(model.options(ofGroup: index).first { options[$0] == base[groups[index]] } ?? 0)
      })
  }

  /// The groups and options of the whole model in which a selection of the smaller one differs from the base.
  func changes(of selection: Selection) -> [(group: Int, option: Int)] {
    groups.indices.compactMap { index in
      let (group, option) = (groups[index], options[selection[index]])
      return option == base[group] ? nil : (group, option)
    }
  }

  /// A selection of the smaller model, as one of the whole.
  func whole(_ selection: Selection) -> Selection {
    var result = base
    for (index, group) in groups.enumerated() { result[group] = options[selection[index]] }
    return result
  }
}
