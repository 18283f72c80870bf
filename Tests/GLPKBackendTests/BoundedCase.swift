import GLPKBackend
import OptionModel
import Testing

@testable import Solving

/// A model with multipliers that are good enough, or none at all, and the first feasible selection of many.
struct BoundedCase {
  /// What the blocks are made by.
  enum Blocks: CaseIterable {
    case gap, ties
  }

  let model: OptionModel
  let lagrangian: Lagrangian
  let selection: Selection

  init?(_ model: OptionModel, seed: UInt64) {
    let permitted = zip(model.resources, model.attainableLoads()).compactMap { $0.permitted(within: $1) }
    guard permitted.count == model.resourceCount else { return nil }
    var dual = SmoothedDual(model, permitted: permitted, threads: 1) { false }
    let zeros = Multipliers(model.resources.map { _ in 0 })
    let multipliers = seed % 4 == 0 ? zeros : dual.maximise()
    var random = TestGenerator(seed)
    let tried = (0..<200).lazy.map { _ in
      Selection(
        (0..<model.groupCount).map { group in
          Int32(model.options(ofGroup: group).randomElement(using: &random) ?? 0)
        })
    }
    guard let first = tried.first(where: { model.violations(of: $0).isEmpty }) else { return nil }
    (self.model, selection) = (model, first)
    lagrangian = Lagrangian(model, multipliers: multipliers, permitted: permitted)
  }

  /// Of resources that few groups use, where blocks by ties are asked for: what nearly all use is in none of them.
  static func all(_ seeds: ClosedRange<UInt64>, for blocks: Blocks = .gap) throws -> [(seed: UInt64, BoundedCase)] {
    try seeds.compactMap { seed in
      let model =
        switch blocks {
        case .gap: try RandomModel(groups: 4...7, options: 2...4, resources: 2...6, seed: seed).build()
        case .ties: try RegionalModel(groupsPerRegion: 2, seed: seed).build()
        }
      return BoundedCase(model, seed: seed).map { (seed, $0) }
    }
  }

  func division(by blocks: Blocks, mostOptions: Int) -> Division? {
    let open: OpenPartition
    switch blocks {
    case .gap:
      guard let gap = GapPartition(model, lagrangian: lagrangian, selection: selection, mostOptions: mostOptions) else {
        return nil
      }
      open = OpenPartition(model, Partition(gap))
    case .ties:
      guard
        let ties = TiePartition(model, lagrangian: lagrangian, mostOptions: mostOptions, mostDivided: 1)
      else { return nil }
      open = OpenPartition(model, Partition(ties), lagrangian: lagrangian, selection: selection)
    }
    return Division(model, open, lagrangian: lagrangian, grid: ObjectiveGrid(model))
  }
}
