package import OptionModel

/// Recomputes, in exact integers, what a proof shows about one level of a lexicographic objective.
package struct LevelProofChecker {
  private let model: OptionModel

  package init(_ model: OptionModel) { self.model = model }

  /// What every selection costs at least on a level that costs at most `objectives` on each level above; `nil` where the
  /// proof is not well formed. O(size of the model).
  package func bound(from proof: CapProof, level: Int, objectives: [Int64]) -> Int64? {
    guard 0..<model.levelCount ~= level, objectives.count >= level else { return nil }
    let caps = (0..<level).map { model.cap(onLevel: $0, at: objectives[$0]) }
    return CapProofChecker(model.onlyLevel(level), caps: caps).bound(from: proof)
  }
}
