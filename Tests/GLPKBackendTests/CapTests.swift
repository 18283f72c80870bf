import GLPKBackend
import OptionModel
import Solving
import Testing

@Suite("Cost caps against enumeration")
struct CapTests {
  /// The second level of a random model under a cap on its costs and the prices of all resources, also of those that the
  /// objective charges for.
  private struct Case {
    let model: OptionModel
    let cap: CostCap
    let scale: Int64

    init(seed: UInt64, scale: Int64 = 1, shift: Int64 = 0) throws {
      let whole = try RandomModel(seed: seed, levels: 2).build()
      model = whole.onlyLevel(1)
      self.scale = scale
      let costs = (0..<whole.optionCount).map { whole.cost(ofOption: $0) * scale + ($0 % 2 == 0 ? shift : 0) }
      let prices = whole.resources.map { resource in
        resource.price.map { PriceSegment($0.side, $0.threshold, rate: $0.rate * scale) }
      }
      var random = TestGenerator(seed)
      let open = CostCap(upper: 0, costs: costs, prices: prices)
      var charges: [Int64] = []
      BruteForce.forEachFeasible(in: model) { [model] in charges.append(open.charge(of: $0, in: model)) }
      charges.sort()
      // Between the least and the middle, and now and then below what anything charges.
      let place = Int.random(in: 0...max(0, charges.count / 2), using: &random)
      let upper = charges.isEmpty ? 0 : seed % 7 == 0 ? charges[0] - 1 : charges[min(place, charges.count - 1)]
      cap = CostCap(upper: upper, costs: costs, prices: prices)
    }

    var optimum: Int64? {
      var best: Int64?
      BruteForce.forEachFeasible(in: model) { selection in
        guard cap.isKept(by: selection, in: model) else { return }
        best = min(best ?? .max, model.objective(of: selection))
      }
      return best
    }
  }

  @Test("Every small model under a cap is solved to its optimum", arguments: 0..<4)
  func optimum(batch: UInt64) throws {
    for seed in (batch * 50)..<(batch * 50 + 50) {
      let given = try Case(seed: 8_000 + seed)
      let result = try CappedSolver(backend: GLPKBackend()).solve(given.model, caps: [given.cap])
      let best = given.optimum
      #expect(result.objective == best, "seed \(seed)")
      #expect(result.termination == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      guard let best, let bound = result.bound, let selection = result.selection else { continue }
      #expect(bound <= best, "seed \(seed)")
      #expect(given.cap.isKept(by: selection, in: given.model), "seed \(seed)")
      #expect(given.model.violations(of: selection).isEmpty, "seed \(seed)")
    }
  }

  @Test("A model with its caps has exactly the selections that keep them")
  func sameSelections() throws {
    for seed: UInt64 in 0..<120 {
      let given = try Case(seed: 8_300 + seed)
      let capped = try CappedModel(given.model, caps: [given.cap])
      #expect(capped.isExact)
      BruteForce.forEachFeasible(in: given.model) { selection in
        let extended = capped.extended(selection)
        let isKept = given.cap.isKept(by: selection, in: given.model)
        #expect(capped.model.violations(of: extended).isEmpty == isKept, "seed \(seed)")
        #expect(capped.model.objective(of: extended) == given.model.objective(of: selection), "seed \(seed)")
        #expect(capped.original(extended) == selection, "seed \(seed)")
        #expect(capped.permits(selection) == isKept, "seed \(seed)")
      }
    }
  }

  @Test("Amounts too odd for 32 bits leave bounds valid and selections inside the cap")
  func rounded() throws {
    var roundedCount = 0
    for seed: UInt64 in 0..<80 {
      let given = try Case(seed: 8_500 + seed, scale: 10_007, shift: 1)
      let capped = try CappedModel(given.model, caps: [given.cap])
      if !capped.isExact { roundedCount += 1 }
      let result = try CappedSolver(backend: GLPKBackend()).solve(given.model, caps: [given.cap])
      let best = given.optimum
      if let bound = result.bound, let best { #expect(bound <= best, "seed \(seed)") }
      guard let selection = result.selection else { continue }
      #expect(given.cap.isKept(by: selection, in: given.model), "seed \(seed)")
      #expect(given.model.objective(of: selection) >= best ?? .max, "seed \(seed)")
    }
    #expect(roundedCount > 20)
  }
}
