import OptionModel
import Testing

@testable import Verification

@Suite("Proofs by blocks") struct BlockProofTests {
  @Test("never show more than the optimum, nested ones neither", arguments: 1...1000)
  func neverAboveOptimum(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let curves = cases.curves else { return }
    var producer = RandomProof(model, curves: curves, seed: seed + 77)
    for _ in 0..<3 {
      guard let proof = producer.blocks(depth: 3) else {
        Issue.record("no model of a block")
        continue
      }
      guard case .bound(let bound) = BoundProofChecker(model).bound(from: .blocks(proof)) else {
        Issue.record("unusable: \(BoundProofChecker(model).bound(from: .blocks(proof)))")
        continue
      }
      if let optimum = cases.optimum { #expect(bound <= optimum) }
    }
  }

  @Test("add up to the Lagrangian bound when every block charges the prices", arguments: 1...1000)
  func sumIsLagrangian(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    guard let curves = ProofCases(model).curves else { return }
    var producer = RandomProof(model, curves: curves, seed: seed + 7)
    var proof = producer.division()
    for block in proof.proofs.indices {
      let own = model.resources.indices.filter { proof.blockOfResource[$0] == block }
      proof.proofs[block] = .multipliers(Multipliers(own.map { proof.prices[$0] * Multipliers.scale }))
    }
    let whole = Multipliers(proof.prices.map { $0 * Multipliers.scale })
    #expect(
      BoundProofChecker(model).bound(from: .blocks(proof)) == BoundChecker(model).bound(from: whole))
  }

  @Test("have models that cost what the definition says", arguments: 1...500)
  func modelsOfBlocks(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let curves = cases.curves else { return }
    var producer = RandomProof(model, curves: curves, seed: seed + 3)
    let proof = producer.division()
    let division = try BlockDivision(proof, model, PriceFrame(model))
    let definition = BlockDefinition(proof, model, curves: curves)
    for block in proof.proofs.indices {
      let part = try division.model(of: block)
      let selections = SmallModels.selections(of: part)
      for selection in selections {
        let expected = definition.objective(of: selection, in: block)
        #expect(part.violations(of: selection).isEmpty == (expected != nil))
        if let expected { #expect(part.objective(of: selection) == expected) }
      }
    }
  }

  @Test("are refused beyond the limit of depth") func depth() throws {
    let model = try SmallModels.random(seed: 4)
    func nested(_ depth: Int) -> BoundProof {
      guard depth > 0 else { return .multipliers(Multipliers(model.resources.map { _ in 0 })) }
      return .blocks(
        BlockProof(
          prices: model.resources.map { _ in 0 }, blockOfResource: model.resources.map { _ in 0 },
          blockOfGroup: Array(repeating: 0, count: model.groupCount), proofs: [nested(depth - 1)]))
    }
    guard case .bound = BoundProofChecker(model).bound(from: nested(BoundProofChecker.depthLimit)) else {
      Issue.record("as deep as the limit is refused")
      return
    }
    var found = BoundProofChecker(model).bound(from: nested(BoundProofChecker.depthLimit + 1))
    while case .unusable(.inBlock(0, let inner)) = found { found = .unusable(inner) }
    #expect(found == .unusable(.tooDeep))
  }
}

/// The objective of a block, from the text of `BlockProof`: the least over what other groups may take, one by one.
private struct BlockDefinition {
  private let proof: BlockProof
  private let model: OptionModel
  private let curves: [PriceCurve]

  init(_ proof: BlockProof, _ model: OptionModel, curves: [PriceCurve]) {
    (self.proof, self.model, self.curves) = (proof, model, curves)
  }

  /// `nil` when no amount of the others makes a load permitted.
  func objective(of selection: Selection, in block: Int) -> Int64? {
    let groups = (0..<model.groupCount).filter { proof.blockOfGroup[$0] == block }
    let chosen = chosenOptions(selection, groups)
    var total: Int64 = 0
    var loads = [Int64](repeating: 0, count: model.resourceCount)
    for option in chosen {
      total += model.cost(ofOption: option)
      for consumed in model.consumptions(ofOption: option) {
        let (resource, amount) = (consumed.resource, consumed.amount)
        if proof.blockOfResource[resource] == block {
          loads[resource] += amount
        } else {
          total += proof.prices[resource] * amount
        }
      }
    }
    for resource in model.resources.indices where proof.blockOfResource[resource] == block {
      guard let price = leastPrice(resource, own: loads[resource], homes: Set(groups)) else { return nil }
      total += price
    }
    return total
  }

  /// Options of the block are numbered through its groups.
  private func chosenOptions(_ selection: Selection, _ groups: [Int]) -> [Int] {
    var start = 0
    return zip(groups, selection.options).map { group, option in
      defer { start += model.options(ofGroup: group).count }
      return model.options(ofGroup: group).lowerBound + Int(option) - start
    }
  }

  private func leastPrice(_ resource: Int, own: Int64, homes: Set<Int>) -> Int64? {
    let others = (0..<model.groupCount).filter { !homes.contains($0) }
    let taken = others.map { group in
      model.options(ofGroup: group).map { option in
        model.consumptions(ofOption: option).first { $0.resource == resource }?.amount ?? 0
      }
    }
    let lowest = taken.reduce(0) { $0 + ($1.min() ?? 0) }
    let highest = taken.reduce(0) { $0 + ($1.max() ?? 0) }
    return (lowest...highest).filter { curves[resource].range.contains(own + $0) }
      .map { model.resources[resource].charge(at: own + $0) - proof.prices[resource] * $0 }.min()
  }
}
