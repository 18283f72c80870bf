import Compilation
import OptionModel

/// Finds moves that only make sense together: one would be undone if the other were, or cannot be undone before it.
struct BundleFinder {
  let plan: CompiledPlan
  let analysis: MarginalAnalysis
  /// Groups whose move could be undone, that is, which may stay.
  let movedGroups: [Int]

  /// Pairs are examined up to this many moves; beyond it the quadratic number of questions is not worth the wait.
  static let moveLimit = 400

  /// Groups of each bundle in ascending order. O(moves squared) marginal changes.
  func bundles() -> [[Int]] {
    guard movedGroups.count <= BundleFinder.moveLimit else { return [] }
    var parent = Array(movedGroups.indices)
    func root(_ index: Int) -> Int {
      var node = index
      while parent[node] != node { node = parent[node] }
      return node
    }
    for (position, group) in movedGroups.enumerated() {
      for other in dependents(on: group) { parent[root(other)] = root(position) }
    }
    let components = Dictionary(grouping: movedGroups.indices, by: root)
    return components.values.filter { $0.count > 1 }.map { $0.map { movedGroups[$0] }.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  /// Positions of the moves that lose their sense, or become undoable, once `group` is undone.
  private func dependents(on group: Int) -> [Int] {
    let stay = plan.preferredOptions[group]
    let canUndoAlone = analysis.change(of: group, to: stay).isFeasible
    var undone = analysis
    undone.apply(stay, to: group)
    return movedGroups.indices.filter { position in
      let other = movedGroups[position]
      guard other != group else { return false }
      let change = undone.change(of: other, to: plan.preferredOptions[other])
      guard canUndoAlone else { return repairs(undone, other) }
      return change.isFeasible && change.objective <= 0
    }
  }

  private func repairs(_ undone: MarginalAnalysis, _ other: Int) -> Bool {
    var both = undone
    both.apply(plan.preferredOptions[other], to: other)
    return both.isFeasible
  }

  /// What undoing all of them would cost in micropoints; `nil` where limits forbid it.
  func jointGain(of groups: [Int]) -> Int64? {
    var undone = analysis
    var total: Int64 = 0
    for group in groups {
      total += undone.change(of: group, to: plan.preferredOptions[group]).objective
      undone.apply(plan.preferredOptions[group], to: group)
    }
    return undone.isFeasible ? total : nil
  }
}
