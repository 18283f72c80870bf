import OptionModel

/// A first selection: groups in order of what a wrong choice costs them, each to the option that adds least.
///
/// A regret order (Martello and Toth 1981) with the prices at the loads so far; hard limits count through the
/// penalty weights. The result may break limits: local search repairs it.
enum Construction {
  /// O(options times consumptions).
  static func selection(of model: OptionModel, weights: [Double]) -> Selection {
    let cheapest = Selection(
      (0..<model.groupCount).map { group in
        Int32(model.options(ofGroup: group).min { model.cost(ofOption: $0) < model.cost(ofOption: $1) } ?? 0)
      })
    var state = SearchState(model, start: cheapest, weights: weights)
    for group in (0..<model.groupCount).sorted(by: { regret(of: $0, in: model) > regret(of: $1, in: model) }) {
      improve(group, in: &state)
    }
    return Selection(state.selection)
  }

  /// The spread between the two cheapest options of a group.
  private static func regret(of group: Int, in model: OptionModel) -> Int64 {
    let costs = model.options(ofGroup: group).map { model.cost(ofOption: $0) }.sorted()
    return costs.count > 1 ? costs[1] - costs[0] : 0
  }

  private static func improve(_ group: Int, in state: inout SearchState) {
    var best: (option: Int, change: SearchState.Change)?
    for option in state.options(of: group) where option != Int(state.selection[group]) {
      let change = state.change(group: group, to: option)
      if change.total < min(0, best?.change.total ?? 0) { best = (option, change) }
    }
    if let best { state.apply(best.change, group: group, to: best.option) }
  }
}
