import OptionModel
import Testing

@testable import Verification

@Suite("The checker of proofs") struct BoundProofTests {
  @Test("never shows more than the optimum, whatever a tree says", arguments: 1...1500)
  func treesNeverAboveOptimum(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let curves = cases.curves else {
      let empty = TreeProof(cutoff: 0, fixing: Multipliers([]), nodes: [])
      guard case .infeasible = BoundProofChecker(model).bound(from: .tree(empty)) else {
        Issue.record("infeasible limits were not seen")
        return
      }
      return
    }
    let grid = ObjectiveGrid(model)
    var producer = RandomProof(model, curves: curves, seed: seed + 999)
    for offset in [-30, 1, 40, 1000] as [Int64] {
      let cutoff = (cases.optimum ?? 100) + offset
      let proof = producer.tree(cutoff: cutoff)
      guard case .bound(let bound) = BoundProofChecker(model).bound(from: .tree(proof)) else {
        Issue.record("unusable: \(BoundProofChecker(model).bound(from: .tree(proof)))")
        continue
      }
      #expect(bound <= grid.roundedUp(cutoff))
      if let optimum = cases.optimum { #expect(bound <= optimum) }
    }
  }

  @Test("stays below the optimum even when multipliers are driven up to break it", arguments: 1...250)
  func attacked(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let curves = cases.curves, let optimum = cases.optimum else { return }
    var producer = RandomProof(model, curves: curves, seed: seed + 31)
    var attack = ProofAttack(producer.tree(cutoff: optimum + 500), model, seed: seed)
    let reached = attack.climb(steps: 150)
    #expect(reached <= optimum)
  }

  @Test("recomputes cuts that every cheaper selection satisfies", arguments: 1...1500)
  func cutsHold(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let curves = cases.curves else { return }
    var producer = RandomProof(model, curves: curves, seed: seed + 5)
    let proof = producer.tree(cutoff: (cases.optimum ?? 0) + Int64(seed % 60))
    let frame = PriceFrame(model)
    let open = try OpenOptions(model, frame, fixing: proof.fixing.values, cutoff: proof.cutoff)
    let rows = try CutRows(proof.cuts, open: open, frame: frame)
    #expect(rows.rights.count == proof.cuts.count)
    for (selection, objective) in cases.selections where objective < proof.cutoff {
      #expect(selection.options.allSatisfy { open.places[Int($0)] >= 0 }, "an option is fixed out wrongly")
      let filled = model.loads(of: selection).enumerated().flatMap { cases.filled($0, load: $1) }
      for cut in proof.cuts.indices {
        var left: Int64 = 0
        for entry in rows.options.entries(ofRow: cut) {
          let isChosen = selection.options.contains { open.places[Int($0)] == rows.options.indices[entry] }
          if isChosen { left += rows.options.coefficients[entry] }
        }
        for entry in rows.intervals.entries(ofRow: cut) {
          left += rows.intervals.coefficients[entry] * filled[Int(rows.intervals.indices[entry])]
        }
        #expect(left <= rows.rights[cut])
      }
    }
  }

  @Test("takes prices apart as the curve of a price does", arguments: 1...500)
  func frames(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let frame = PriceFrame(model)
    guard let curves = ProofCases(model).curves else {
      #expect(frame.infeasible != nil)
      return
    }
    for (resource, curve) in curves.enumerated() {
      #expect(frame.lows[resource] == Int128(curve.range.lowerBound))
      #expect(frame.pricesAtLow[resource] == Int128(model.resources[resource].charge(at: curve.range.lowerBound)))
      let own = frame.intervals(of: resource)
      #expect(frame.widths[own].map { Int64($0) } == curve.intervals.map(\.width))
      #expect(frame.slopes[own].map { Int64($0) } == curve.intervals.map(\.slope))
    }
  }

  @Test("of a single leaf without cuts agrees with the Lagrangian bound", arguments: 1...300)
  func singleLeaf(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    var random = SeededGenerator(seed: seed)
    let multipliers = model.resources.map { _ in Int64.random(in: -900_000...900_000, using: &random) }
    let proof = TreeProof(
      cutoff: .max, fixing: Multipliers(multipliers), nodes: [.leaf(TreeProof.Leaf(resources: multipliers))])
    let expected = BoundChecker(model).bound(from: Multipliers(multipliers))
    if case .bound(let bound) = expected {
      let raised = ObjectiveGrid(model).roundedUp(bound)
      #expect(BoundProofChecker(model).bound(from: .tree(proof)) == .bound(raised))
    } else {
      #expect(BoundProofChecker(model).bound(from: .tree(proof)) == expected)
    }
    #expect(
      BoundProofChecker(model).bound(from: .multipliers(Multipliers(multipliers)))
        == BoundChecker(model).bound(from: Multipliers(multipliers)))
  }

  @Test("proves the optimum itself where every leaf is one selection", arguments: 1...300)
  func complete(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let curves = cases.curves else { return }
    let proof = CompleteProof(model, curves: curves).proof(cutoff: 1_000_000)
    #expect(BoundProofChecker(model).bound(from: .tree(proof)) == .bound(cases.optimum ?? 1_000_000))
    let cutoff = (cases.optimum ?? 0) - 1
    let weaker = CompleteProof(model, curves: curves).proof(cutoff: cutoff)
    #expect(BoundProofChecker(model).bound(from: .tree(weaker)) == .bound(ObjectiveGrid(model).roundedUp(cutoff)))
  }

  @Test("knows the steps between objectives", arguments: 1...500)
  func steps(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let (steps, grid) = (ObjectiveSteps(model), ObjectiveGrid(model))
    for (_, objective) in ProofCases(model).selections {
      #expect(steps.next(from: objective) == objective)
      #expect(steps.next(from: grid.cutoff(below: objective)) == objective)
    }
    for value in [-7_000_000, -7, 0, 13, 9_000_000] as [Int64] {
      #expect(steps.next(from: value) == grid.roundedUp(value))
    }
  }
}
