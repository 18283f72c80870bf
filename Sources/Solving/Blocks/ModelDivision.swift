import OptionModel

/// The models of the blocks that a model is divided into, as `BlockProof` states them: their bounds add up.
struct ModelDivision {
  let model: OptionModel
  /// One per resource, in whole micropoints per quantum.
  let prices: [Int64]
  /// Of each resource, or -1 where it is priced away.
  let blockOfResource: [Int32]
  let blockOfGroup: [Int32]
  let blocks: [ModelBlock]
  /// The constant of the model and the least prices of the resources of no block, in micropoints.
  let sharedBound: Int64

  /// `permitted` is, per resource, its attainable loads inside the hard limits. `nil` when numbers grow too large.
  /// O(size of the model times the blocks an option can touch).
  init?(
    _ model: OptionModel, prices: [Int64], blockOfResource: [Int32], blockOfGroup: [Int32], blockCount: Int,
    permitted: [ClosedRange<Int64>]
  ) {
    (self.model, self.prices) = (model, prices)
    (self.blockOfResource, self.blockOfGroup) = (blockOfResource, blockOfGroup)
    let curves = zip(model.resources, permitted).map { PriceCurve(of: $0, over: $1) }
    guard let shared = Self.sharedBound(model, prices, blockOfResource, curves) else { return nil }
    sharedBound = shared
    let foreign = Self.foreignLoads(model, blockOfResource, blockOfGroup)
    var drafts = (0..<blockCount).map { _ in ModelBlock.Draft() }
    for (resource, block) in blockOfResource.enumerated() where block >= 0 {
      guard
        drafts[Int(block)].add(
          resource, of: model, curve: curves[resource], price: prices[resource], foreign: foreign[resource])
      else { return nil }
    }
    for (group, block) in blockOfGroup.enumerated() {
      guard drafts[Int(block)].add(group, of: model, prices: prices, isOwn: { blockOfResource[$0] == block }) else {
        return nil
      }
    }
    var built: [ModelBlock] = []
    for draft in drafts {
      guard let block = draft.build() else { return nil }
      built.append(block)
    }
    blocks = built
  }

  private static func sharedBound(
    _ model: OptionModel, _ prices: [Int64], _ blockOfResource: [Int32], _ curves: [PriceCurve]
  ) -> Int64? {
    var sum = Int128(model.constants[0])
    for (resource, block) in blockOfResource.enumerated() where block < 0 {
      sum += curves[resource].conjugate(slope: prices[resource], scale: 1, resource: model.resources[resource])
    }
    return Int64(exactly: sum)
  }

  /// Sums of the smallest and largest consumptions of groups of other blocks.
  private static func foreignLoads(
    _ model: OptionModel, _ blockOfResource: [Int32], _ blockOfGroup: [Int32]
  ) -> [ClosedRange<Int64>] {
    var loads = [(low: Int64, high: Int64)](repeating: (0, 0), count: model.resourceCount)
    for group in 0..<model.groupCount {
      let options = model.options(ofGroup: group)
      var found: [Int: (low: Int64, high: Int64, count: Int)] = [:]
      for option in options {
        for entry in model.consumptions(ofOption: option) {
          let resource = Int(model.consumptionResources[entry])
          guard blockOfResource[resource] != blockOfGroup[group] else { continue }
          let amount = Int64(model.consumptionAmounts[entry])
          let known = found[resource] ?? (amount, amount, 0)
          found[resource] = (min(known.low, amount), max(known.high, amount), known.count + 1)
        }
      }
      for (resource, range) in found {
        let isByAll = range.count == options.count
        loads[resource].low += isByAll ? range.low : min(0, range.low)
        loads[resource].high += isByAll ? range.high : max(0, range.high)
      }
    }
    return loads.map { $0.low...$0.high }
  }

  /// The part of a selection that belongs to a block, in the options of its model.
  func part(_ block: Int, of selection: Selection) -> Selection {
    Selection(
      blocks[block].groups.enumerated().map { own, group in
        let place = selection[group] - model.options(ofGroup: group).lowerBound
        return Int32(blocks[block].model.options(ofGroup: own).lowerBound + place)
      })
  }

  /// Replaces the choices of a block's groups.
  func replace(_ block: Int, by part: Selection, in selection: inout Selection) {
    for (own, group) in blocks[block].groups.enumerated() {
      let place = part[own] - blocks[block].model.options(ofGroup: own).lowerBound
      selection[group] = model.options(ofGroup: group).lowerBound + place
    }
  }
}
