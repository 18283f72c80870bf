import GLPKBackend
import OptionModel
import Solving
import Testing

@Suite("Robust selections against enumeration")
struct RobustTests {
  /// A random model whose options deviate at random, with a limit with surprises on some resources. The referee tries every
  /// set of units that may surprise.
  private struct Case {
    let model: OptionModel
    let robust: RobustLimits
    /// By option: unit, resource and amount.
    let deviations: [[(unit: Int, resource: Int, amount: Int64)]]

    init(seed: UInt64) throws {
      model = try RandomModel(seed: seed).build()
      var random = TestGenerator(seed &* 31 &+ 5)
      let limits = model.resources.map { _ in
        Bool.random(using: &random) ? Int64.random(in: 5...40, using: &random) : nil
      }
      var robust = RobustLimits(count: Int.random(in: 1...3, using: &random), limits: limits)
      var all: [[(unit: Int, resource: Int, amount: Int64)]] = []
      for group in 0..<model.groupCount {
        for _ in model.options(ofGroup: group) {
          var own: [(unit: Int, resource: Int, amount: Int64)] = []
          // Two units in a group, as in a family.
          for unit in [2 * group, 2 * group + 1] {
            for resource in 0..<model.resourceCount where Int.random(in: 0..<3, using: &random) == 0 {
              let amount = Int64.random(in: 0...9, using: &random)
              robust.add(amount, of: resource, unit: unit)
              own.append((unit, resource, amount))
            }
          }
          robust.endOption()
          all.append(own)
        }
      }
      self.robust = robust
      deviations = all
    }

    func isRobust(_ selection: Selection) -> Bool {
      let loads = model.loads(of: selection)
      let chosen = selection.options.flatMap { deviations[Int($0)] }
      let units = Array(Set(chosen.map(\.unit)))
      for surprising in 0..<(1 << units.count) where surprising.nonzeroBitCount <= robust.count {
        let set = Set(units.indices.filter { surprising >> $0 & 1 == 1 }.map { units[$0] })
        for (resource, limit) in robust.limits.enumerated() {
          guard let limit else { continue }
          let more = chosen.filter { $0.resource == resource && set.contains($0.unit) }.reduce(0) { $0 + $1.amount }
          if loads[resource] + more > limit { return false }
        }
      }
      return true
    }

    var optimum: Int64? {
      var best: Int64?
      BruteForce.forEachFeasible(in: model) { selection in
        guard isRobust(selection) else { return }
        best = min(best ?? .max, model.objective(of: selection))
      }
      return best
    }
  }

  @Test("Every small model is solved to its robust optimum", arguments: 0..<4)
  func optimum(batch: UInt64) throws {
    var (binding, impossible) = (0, 0)
    for seed in (batch * 60)..<(batch * 60 + 60) {
      let given = try Case(seed: 20_000 + seed)
      let found = try RobustSolver(given.robust, backend: GLPKBackend()).solve(given.model)
      let best = given.optimum
      #expect(found.result.objective == best, "seed \(seed)")
      #expect(found.result.termination == (best == nil ? .infeasible : .optimal), "seed \(seed)")
      guard let best, let selection = found.result.selection else {
        impossible += 1
        continue
      }
      #expect(given.isRobust(selection), "seed \(seed)")
      #expect(try #require(found.result.bound) <= best, "seed \(seed)")
      if BruteForce.optimum(of: given.model) ?? best < best { binding += 1 }
    }
    #expect(binding > 5)
    #expect(impossible > 0)
  }

  @Test("With little work the plan is robust and the bound holds, and twice the same")
  func limited() throws {
    for seed in UInt64(0)..<40 {
      let given = try Case(seed: 21_000 + seed)
      let limits = SolveLimits(workLimit: 1 + Int64(seed) * 20)
      let solver = RobustSolver(given.robust, backend: GLPKBackend())
      let found = try solver.solve(given.model, limits: limits)
      let again = try solver.solve(given.model, limits: limits)
      #expect(again.result.selection == found.result.selection, "seed \(seed)")
      guard let best = given.optimum else {
        #expect(found.result.selection == nil, "seed \(seed)")
        continue
      }
      #expect(found.result.bound ?? .min <= best, "seed \(seed)")
      if let selection = found.result.selection {
        #expect(given.isRobust(selection), "seed \(seed)")
        #expect(given.model.violations(of: selection).isEmpty, "seed \(seed)")
      }
    }
  }
}
