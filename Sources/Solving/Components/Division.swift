import OptionModel

/// A model taken apart into blocks with a model each, whose bounds add up to a bound of the whole: `BlockProof` states
/// how. Options that are in no selection below a cutoff are left out first, which lets many models fall apart that a few
/// far-fetched options hold together.
struct Division: Sendable {
  let model: OptionModel
  let blocks: [DivisionBlock]
  private let open: OpenPartition
  private let lagrangian: Lagrangian
  private let grid: ObjectiveGrid
  private let removed: [Int32]
  private let fixing: ReducedProof.Fixing
  private let prices: [Int64]
  private let blockOfResource: [Int32]
  private let blockOfGroup: [Int32]
  /// What belongs to no block, in micropoints: the constant, and for resources that are priced away the least of price
  /// minus what is paid.
  private let sharedBound: Int64

  /// `nil` when numbers become too large for a model. O(size of the model).
  ///
  /// - Parameter paid: what is paid for resources that are priced away, by resource; else their multipliers.
  init?(
    _ model: OptionModel, _ open: OpenPartition, lagrangian: Lagrangian, grid: ObjectiveGrid, paid: [Int64]? = nil
  ) {
    let (isOpen, partition) = (open.isOpen, open.partition)
    let wholeOptions = isOpen.indices.filter { isOpen[$0] }
    let removed = isOpen.indices.filter { !isOpen[$0] }
    guard let rest = removed.isEmpty ? model : try? model.removing({ !isOpen[$0] }) else { return nil }
    var builder = DivisionBuilder(rest, partition, multipliers: lagrangian.multipliers, step: grid.step, paid: paid)
    guard let blocks = builder.blocks(wholeOptions: wholeOptions), let shared = builder.sharedBound else { return nil }
    (self.model, self.open, self.lagrangian, self.grid) = (model, open, lagrangian, grid)
    self.blocks = blocks
    self.removed = removed.map { Int32($0) }
    let cutoff = removed.map { lagrangian.bound(with: $0) }.min() ?? .max
    fixing = ReducedProof.Fixing(cutoff: cutoff, multipliers: lagrangian.multipliers)
    prices = builder.prices
    blockOfResource = builder.blockOfResource
    blockOfGroup = partition.componentOfGroup.map { Int32($0) }
    sharedBound = shared
  }

  /// Whether the best choices of all blocks together are a sensible selection of the whole, and better prices can be
  /// learnt from them: only a few resources are priced away.
  var isWhole: Bool { open.partition.paysInSteps }

  /// Bounds of the whole model end here.
  var cutoff: Int64 { fixing.cutoff }

  /// The same with other prices where the best choices of all blocks take more, or less, than is worth its price: a
  /// step along the subgradient towards an objective (B. T. Polyak, "Minimization of unsmooth functionals", USSR
  /// Computational Mathematics and Mathematical Physics 9, 1969, pages 14-29). `nil` where no price changes.
  ///
  /// - Parameters:
  ///   - choices: the best of all blocks.
  ///   - gap: between the objective and the sum of the blocks, in micropoints.
  func repriced(by choices: Selection, gap: Int64) -> Division? {
    guard isWhole else { return nil }
    let (loads, attainable) = (model.loads(of: choices), model.attainableLoads())
    let excesses = model.resources.indices.compactMap { index -> (resource: Int, excess: Double)? in
      let resource = model.resources[index]
      guard open.partition.roles[index] == .priced, let permitted = resource.permitted(within: attainable[index])
      else { return nil }
      let curve = PriceCurve(of: resource, over: permitted)
      let worth = curve.intervals.last { $0.slope < prices[index] }?.end ?? permitted.lowerBound
      return (index, Double(loads[index] - worth))
    }
    let square = excesses.reduce(0) { $0 + $1.excess * $1.excess }
    guard square > 0 else { return nil }
    var paid = prices
    for (resource, excess) in excesses {
      let steps = (0.5 * Double(gap) * excess / square / Double(grid.step)).rounded()
      guard steps.magnitude < 1e12 else { return nil }
      paid[resource] += Int64(steps) * grid.step
    }
    return paid == prices ? nil : Division(model, open, lagrangian: lagrangian, grid: grid, paid: paid)
  }

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
