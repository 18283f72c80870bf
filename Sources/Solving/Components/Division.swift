import OptionModel

/// A model taken apart into blocks with a model each, whose bounds add up to a bound of the whole: `BlockProof` states
/// how. Options that are in no selection below a cutoff are left out first, which lets many models fall apart that a few
/// far-fetched options hold together.
struct Division: Sendable {
  let model: OptionModel
  let blocks: [DivisionBlock]
  private let removed: [Int32]
  private let fixing: ReducedProof.Fixing
  private let prices: [Int64]
  private let blockOfResource: [Int32]
  private let blockOfGroup: [Int32]
  /// What belongs to no block, in micropoints: the constant, and for resources that are priced away the least of price
  /// minus what is paid.
  private let sharedBound: Int64

  /// `nil` when numbers become too large for a model. O(size of the model).
  init?(_ model: OptionModel, _ partition: OpenPartition, lagrangian: Lagrangian, grid: ObjectiveGrid) {
    let (isOpen, partition) = (partition.isOpen, partition.partition)
    let wholeOptions = isOpen.indices.filter { isOpen[$0] }
    let removed = isOpen.indices.filter { !isOpen[$0] }
    guard let rest = removed.isEmpty ? model : try? model.removing({ !isOpen[$0] }) else { return nil }
    var builder = DivisionBuilder(rest, partition, multipliers: lagrangian.multipliers, step: grid.step)
    guard let blocks = builder.blocks(wholeOptions: wholeOptions), let shared = builder.sharedBound else { return nil }
    self.model = model
    self.blocks = blocks
    self.removed = removed.map { Int32($0) }
    let cutoff = removed.map { lagrangian.bound(with: $0) }.min() ?? .max
    fixing = ReducedProof.Fixing(cutoff: cutoff, multipliers: lagrangian.multipliers)
    prices = builder.prices
    blockOfResource = builder.blockOfResource
    blockOfGroup = partition.componentOfGroup.map { Int32($0) }
    sharedBound = shared
  }

  /// Bounds of the whole model end here.
  var cutoff: Int64 { fixing.cutoff }

  /// The proof about the whole model from one for each block.
  func proof(_ proofs: [BoundProof]) -> BoundProof {
    let sum = BoundProof.blocks(
      BlockProof(prices: prices, blockOfResource: blockOfResource, blockOfGroup: blockOfGroup, proofs: proofs))
    return removed.isEmpty ? sum : .reduced(ReducedProof(impossible: removed, fixing: fixing, proof: sum))
  }

  /// The bound of the whole model from one for each block.
  func bound(_ bounds: [Int64]) -> Int64 {
    let sum = bounds.reduce(Int128(sharedBound)) { $0 + Int128($1) }
    return min(cutoff, Int64(clamping: sum))
  }
}

/// One part of a model: groups that compete with each other, and the resources they compete for.
struct DivisionBlock: Sendable {
  let model: OptionModel
  /// The groups of the whole model, ascending.
  let groups: [Int]
  /// The option of the whole model behind each option.
  let options: [Int]
  /// The best multipliers of the whole, of the resources of this block.
  let multipliers: Multipliers

  /// Of each group the option that costs least, whatever it consumes.
  var cheapest: Selection {
    Selection(
      (0..<groups.count).map { group in
        let options = model.options(ofGroup: group)
        return Int32(options.min { model.cost(ofOption: $0) < model.cost(ofOption: $1) } ?? options.lowerBound)
      })
  }

  /// The choices of a selection of the whole; `nil` where one of them is not open.
  func part(of selection: Selection) -> Selection? {
    var part = Selection([])
    for (index, group) in groups.enumerated() {
      guard let option = model.options(ofGroup: index).first(where: { options[$0] == selection[group] }) else {
        return nil
      }
      part.options.append(Int32(option))
    }
    return part
  }

  /// A selection of the whole with the choices of this block replaced.
  func replacing(_ part: Selection, in whole: Selection) -> Selection {
    var result = whole
    for (index, group) in groups.enumerated() { result[group] = options[part[index]] }
    return result
  }
}
