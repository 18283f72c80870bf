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
}
