import Compilation
import OptionModel

/// Finds moves that only make sense together: one would be undone if the other were, or cannot be undone before it.
struct BundleFinder {
  private let plan: CompiledPlan
  private let analysis: MarginalAnalysis
  /// Groups whose move could be undone, that is, which may stay.
  private let movedGroups: [Int]

  /// Pairs are examined up to this many moves; beyond it bundles are too large to tell anybody anything.
  static let moveLimit = 400

  init(plan: CompiledPlan, analysis: MarginalAnalysis, movedGroups: [Int]) {
    self.plan = plan
    self.analysis = analysis
    self.movedGroups = movedGroups
  }

  /// Groups of each bundle in ascending order. Only pairs of moves that touch a common resource are asked.
  func bundles() -> [[Int]] {
    guard movedGroups.count <= BundleFinder.moveLimit else { return [] }
    var parent = Array(movedGroups.indices)
    func root(_ index: Int) -> Int {
      var node = index
      while parent[node] != node { node = parent[node] }
      return node
    }
    var search = BundleSearch(plan: plan, analysis: analysis, movedGroups: movedGroups)
    for position in movedGroups.indices {
      for other in search.dependents(on: position) { parent[root(other)] = root(position) }
    }
    let components = Dictionary(grouping: movedGroups.indices, by: root)
    return components.values.filter { $0.count > 1 }.map { $0.map { movedGroups[$0] }.sorted() }
      .sorted { $0[0] < $1[0] }
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
