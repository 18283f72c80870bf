import OptionModel

/// The last word: every group that can go back to its preferred option for free does.
enum PreferredPass {
  /// Moves single groups while that is feasible and does not raise the objective, to a fixpoint. Every move brings
  /// one group home, so there are at most as many as groups. The result depends on nothing but its input.
  static func apply(to selection: Selection, of model: OptionModel, preferred: Selection) -> Selection {
    let weights = [Double](repeating: 0, count: model.resourceCount)
    var state = SearchState(model, start: selection, weights: weights)
    var moved = true
    while moved {
      moved = false
      for group in 0..<model.groupCount where Int(state.selection[group]) != preferred[group] {
        let change = state.change(group: group, to: preferred[group])
        guard change.objective <= 0, state.violatedCount + change.violated == 0 else { continue }
        state.apply(change, group: group, to: preferred[group])
        moved = true
      }
    }
    return Selection(state.selection)
  }
}
