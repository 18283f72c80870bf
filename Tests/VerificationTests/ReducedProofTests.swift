import OptionModel
import Testing

@testable import Verification

@Suite("Proofs of what is left without impossible options") struct ReducedProofTests {
  /// All options that no feasible selection has, by enumeration.
  private func impossible(_ model: OptionModel) -> [Int32] {
    let feasible = SmallModels.selections(of: model).filter { model.violations(of: $0).isEmpty }
    let used = Set(feasible.flatMap(\.options))
    return (0..<Int32(model.optionCount)).filter { !used.contains($0) }
  }

  /// The longest part of a list that the checker accepts, option after option.
  private func justified(_ model: OptionModel) -> [Int32] {
    var accepted: [Int32] = []
    var grows = true
    while grows {
      grows = false
      for option in 0..<Int32(model.optionCount) where !accepted.contains(option) {
        var options = ImpossibleOptions(model)
        if (try? options.remaining(without: (accepted + [option]).sorted())) != nil {
          accepted = (accepted + [option]).sorted()
          grows = true
        }
      }
    }
    return accepted
  }

  @Test(
    "only options that no feasible selection has are ruled out, and the bound is none above the optimum",
    arguments: 1...400)
  func neverAboveOptimum(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    guard let optimum = SmallModels.optimum(of: model) else { return }
    let gone = justified(model)
    #expect(Set(gone).isSubset(of: impossible(model)))
    let zeros = BoundProof.multipliers(Multipliers(model.resources.map { _ in 0 }))
    let reduced = BoundProofChecker(model).bound(from: .reduced(ReducedProof(impossible: gone, proof: zeros)))
    guard case .bound(let bound) = reduced, case .bound(let whole) = BoundProofChecker(model).bound(from: zeros) else {
      Issue.record("unusable: \(reduced)")
      return
    }
    #expect(whole <= bound && bound <= optimum)
  }

  @Test("some random models have impossible options")
  func variety() throws {
    let counts = try (1...400).map { justified(try SmallModels.random(seed: $0)).count }
    #expect(counts.count { $0 > 0 } > 20)
  }

  @Test(
    "a list with an option that may be chosen is refused, as are lists out of order or of options that are not there")
  func refused() throws {
    var refusals = 0
    for seed: UInt64 in 1...200 {
      let model = try SmallModels.random(seed: seed)
      guard SmallModels.optimum(of: model) != nil else { continue }
      let zeros = BoundProof.multipliers(Multipliers(model.resources.map { _ in 0 }))
      func bound(_ options: [Int32]) -> ExactBound {
        BoundProofChecker(model).bound(from: .reduced(ReducedProof(impossible: options, proof: zeros)))
      }
      let possible = Set(0..<Int32(model.optionCount)).subtracting(impossible(model)).sorted()
      for option in possible.prefix(3) {
        guard case .unusable = bound([option]) else {
          Issue.record("seed \(seed): option \(option) is possible")
          continue
        }
        refusals += 1
      }
      #expect(bound([Int32(model.optionCount)]) == .unusable(.unknownIndex(model.optionCount)))
      #expect(bound([1, 0]) == .unusable(.optionsNotRising))
    }
    #expect(refusals > 100)
  }

  @Test("with a cutoff show no more than it, and never more than the optimum", arguments: 1...400)
  func fixing(seed: UInt64) throws {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let optimum = cases.optimum, let curves = cases.curves else { return }
    var producer = RandomProof(model, curves: curves, seed: seed + 11)
    for step: Int64 in [-10, 0, 1, 30] {
      guard let proof = producer.reduced(cutoff: optimum + step, depth: 2) else { continue }
      let found = BoundProofChecker(model).bound(from: .reduced(proof))
      guard case .bound(let bound) = found else {
        Issue.record("unusable: \(found)")
        continue
      }
      #expect(bound <= min(optimum, optimum + step))
    }
  }

  @Test("with an option that costs less than the cutoff, or with multipliers of another model, are refused")
  func badFixing() throws {
    var refusals = 0
    for seed: UInt64 in 1...200 {
      let model = try SmallModels.random(seed: seed)
      guard let optimum = SmallModels.optimum(of: model) else { continue }
      let best = SmallModels.selections(of: model).first {
        model.violations(of: $0).isEmpty && model.objective(of: $0) == optimum
      }
      let zeros = Multipliers(model.resources.map { _ in 0 })
      func bound(_ options: [Int32], _ multipliers: Multipliers) -> ExactBound {
        let fixing = ReducedProof.Fixing(cutoff: optimum + 1, multipliers: multipliers)
        return BoundProofChecker(model).bound(
          from: .reduced(ReducedProof(impossible: options, fixing: fixing, proof: .multipliers(zeros))))
      }
      for option in best?.options ?? [] {
        guard case .unusable = bound([option], zeros) else {
          Issue.record("seed \(seed): option \(option) is in the best selection")
          continue
        }
        refusals += 1
      }
      let wrong = Multipliers(zeros.values + [0])
      #expect(
        bound([], wrong)
          == .unusable(.inFixing(.wrongCount(expected: model.resourceCount, found: model.resourceCount + 1))))
    }
    #expect(refusals > 100)
  }
}
