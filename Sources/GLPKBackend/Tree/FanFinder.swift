import OptionModel

/// Which groups deserve a fan, the most promising first: by what their fans have gained so far, and before the first
/// one by how much of the group is undecided and how far apart the costs of its options are.
struct FanFinder {
  struct Candidate {
    /// The row of the group.
    let group: Int
    let columns: [Int]
    let promise: Double
  }

  /// Fans of more children than this cost more than they tell.
  private static let mostChildren = 40

  let formulation: TreeFormulation
  /// By row of a group: gains of the worst child, in points.
  private var gains: [Int: (total: Double, count: Double)] = [:]

  init(formulation: TreeFormulation) { self.formulation = formulation }

  mutating func note(group: Int, leastGain: Double) {
    let known = gains[group, default: (0, 0)]
    gains[group] = (known.total + leastGain, known.count + 1)
  }

  /// O(options).
  func candidates(at point: [Double], excluded: ColumnSet) -> [Candidate] {
    formulation.groupColumns.enumerated().compactMap { group, all -> Candidate? in
      let undecided = 1 - all.reduce(0) { max($0, point[$1]) }
      guard undecided > 1e-6 else { return nil }
      let columns = all.filter { !excluded.contains($0) }
      guard columns.count > 1, columns.count <= Self.mostChildren else { return nil }
      return Candidate(group: group, columns: columns, promise: promise(of: group, columns, undecided: undecided))
    }.sorted { ($0.promise, -$0.group) > ($1.promise, -$1.group) }
  }

  private func promise(of group: Int, _ columns: [Int], undecided: Double) -> Double {
    if let known = gains[group] { return known.total / known.count }
    let costs = columns.map { formulation.model.cost(ofOption: Int(formulation.options[$0])) }
    let spread = Double((costs.max() ?? 0) - (costs.min() ?? 0)) / ScaledProblem.micropointsPerPoint
    return undecided * spread
  }
}
