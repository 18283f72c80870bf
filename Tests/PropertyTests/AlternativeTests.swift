import Ballast
import Compilation
import OptionModel
import PlanDocument
import Portfolio
import Testing

/// Alternatives and load ranges of small random portfolios against the enumeration of every combination.
@Suite struct AlternativeTests {
  private static let request = PlanRequest(timeLimit: nil, workLimit: 8_000_000, gap: 0)

  /// A feasible combination: what it costs, who has each group in the end, the loads.
  private struct Combination {
    let objective: Int64
    let people: [Int32]
    let loads: [Int64]

    func distance(from other: Combination) -> Int { zip(people, other.people).count { $0 != $1 } }
  }

  @Test("Alternatives are the best plans that differ enough, and none is missed")
  func alternatives() throws {
    var (plans, none) = (0, 0)
    for seed: UInt64 in 0..<60 {
      let portfolio = small(seed: seed)
      guard let (compiled, document) = try planned(portfolio) else { continue }
      let within = seed / 4 % 2 == 0 ? 0.3 : 5
      let wanted = AlternativesRequest(count: 3, differ: seed % 3 == 0 ? 2 : 1, within: within)
      let found = try Planner(portfolio).alternatives(besides: document, wanted, Self.request)
      let all = combinations(compiled)
      var taken = [try combination(of: document, compiled)]
      let limit =
        document.objective.micropoints + Int64((within * Double(document.objective.micropoints)).rounded(.down))
      for (plan, summary) in zip(found.plans, found.summary.plans) {
        let best = all.filter { other in taken.allSatisfy { other.distance(from: $0) >= wanted.differ } }
          .map(\.objective).min()
        #expect(plan.objective.micropoints == best, "seed \(seed)")
        #expect(plan.objective.micropoints <= limit, "seed \(seed)")
        let own = try combination(of: plan, compiled)
        #expect(taken.allSatisfy { own.distance(from: $0) >= wanted.differ }, "seed \(seed)")
        #expect(summary.fromOthers == taken.dropFirst().map { own.distance(from: $0) }, "seed \(seed)")
        #expect(summary.extra.micropoints == plan.objective.micropoints - document.objective.micropoints)
        #expect(summary.changeByRule.values.reduce(0) { $0 + $1.micropoints } == summary.extra.micropoints)
        #expect(plan.checks.allSatisfy { $0.passed }, "seed \(seed): \(plan.checks.flatMap(\.details))")
        taken.append(own)
        plans += 1
      }
      guard found.plans.count < wanted.count else { continue }
      none += 1
      #expect(found.summary.ending != .found)
      let missed = all.contains { other in
        other.objective <= limit && taken.allSatisfy { other.distance(from: $0) >= wanted.differ }
      }
      #expect(!missed, "seed \(seed)")
    }
    #expect(plans > 0 && none > 0)
  }

  @Test("The load ranges hold every plan that is nearly as good, and their ends are met", arguments: 0..<4)
  func loadRanges(shard: UInt64) throws {
    var checked = 0
    for seed in stride(from: shard, to: 40, by: 4) {
      let portfolio = small(seed: seed)
      guard let (compiled, document) = try planned(portfolio) else { continue }
      let ranges = try Planner(portfolio).loadRanges(around: document, within: 0.1, Self.request)
      #expect(ranges.unfinished == [])
      let limit = document.objective.micropoints + Int64((0.1 * Double(document.objective.micropoints)).rounded(.down))
      let good = combinations(compiled).filter { $0.objective <= limit }
      for range in ranges.ranges {
        let csm = try #require(portfolio.csms.firstIndex { $0.id == range.csm })
        let key = ResourceKey.hours(csm: Int32(csm), period: Int16(portfolio.policy.horizon.periods))
        let loads = good.map { $0.loads[compiled.resource(key) ?? 0] }
        let (least, most) = (try #require(loads.min()), try #require(loads.max()))
        // The search ends within a quarter of an hour of what it can prove.
        #expect(least <= range.lowest && range.lowest <= least + 15, "seed \(seed)")
        #expect(most - 15 <= range.highest && range.highest <= most, "seed \(seed)")
        let (atLeast, atMost) = (try #require(range.atLeast), try #require(range.atMost))
        #expect(atLeast <= least && most <= atMost, "seed \(seed)")
        #expect(range.lowest <= range.planned && range.planned <= range.highest, "seed \(seed)")
        checked += 1
      }
    }
    #expect(checked > 5)
  }

  private func planned(_ portfolio: Portfolio) throws -> (CompiledPlan, PlanDocument)? {
    guard let compiled = try? PlanCompiler(portfolio).compile(),
      case .planned(let document, _) = try Planner(portfolio).plan(Self.request)
    else { return nil }
    return (compiled, document)
  }

  private func small(seed: UInt64) -> Portfolio {
    var generator = SmallPortfolio(seed: seed &+ 500)
    var portfolio = generator.portfolio()
    while let model = try? PlanCompiler(portfolio).compile().model, Enumeration.combinations(of: model) > 1_500 {
      portfolio.accounts.removeLast()
    }
    return portfolio
  }

  private func combinations(_ compiled: CompiledPlan) -> [Combination] {
    let model = compiled.model
    var selection = Selection((0..<model.groupCount).map { model.groupStarts[$0] })
    var found: [Combination] = []
    while true {
      if model.violations(of: selection).isEmpty { found.append(combination(selection, compiled)) }
      guard
        let group = (0..<model.groupCount).first(where: { selection[$0] + 1 < model.options(ofGroup: $0).upperBound })
      else { return found }
      selection[group] += 1
      for earlier in 0..<group { selection[earlier] = model.options(ofGroup: earlier).lowerBound }
    }
  }

  private func combination(_ selection: Selection, _ compiled: CompiledPlan) -> Combination {
    let people = (0..<compiled.model.groupCount).map { group -> Int32 in
      let option = compiled.meaning.options[selection[group]]
      switch option.kind {
      case .handoff, .assign: return option.csm
      case .unassigned: return -1
      case .stay, .cover:
        let member = compiled.meaning.members(ofGroup: group).first.map { Int($0) } ?? 0
        return Int32(compiled.incumbent(ofAccount: member) ?? -1)
      }
    }
    return Combination(
      objective: compiled.model.objective(of: selection), people: people, loads: compiled.model.loads(of: selection))
  }

  /// Of a plan, from its assignments alone.
  private func combination(of document: PlanDocument, _ compiled: CompiledPlan) throws -> Combination {
    let csms = compiled.portfolio.csms.map(\.id)
    let byAccount = Dictionary(document.assignments.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    let people = try (0..<compiled.model.groupCount).map { group -> Int32 in
      let members = compiled.meaning.members(ofGroup: group).map { compiled.portfolio.accounts[Int($0)].id }
      let own = try members.map { try #require(byAccount[$0]) }
      let decisive = own.first { $0.kind != .stay } ?? own[0]
      return decisive.csm.flatMap { csms.firstIndex(of: $0) }.map { Int32($0) } ?? -1
    }
    return Combination(objective: document.objective.micropoints, people: people, loads: [])
  }
}
