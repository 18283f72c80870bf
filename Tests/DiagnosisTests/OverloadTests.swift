import Ballast
import Compilation
import Explanation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Testing

@Suite("What no plan avoids") struct OverloadTests {
  /// Contended: capacities near the work there is.
  private func portfolio(seed: Int) -> Portfolio {
    var random = RandomHolding(seed: UInt64(seed), accounts: 5, csms: 3)
    var portfolio = random.portfolio()
    for index in portfolio.accounts.indices {
      portfolio.accounts[index].effort = Minutes(Int64(300 + 131 * index + 17 * seed))
    }
    for index in portfolio.csms.indices {
      portfolio.csms[index].capacity = Minutes(Int64(500 + 97 * ((seed + index) % 7)))
    }
    return portfolio
  }

  @Test("no selection has fewer hours missing than the shortage says", arguments: 0..<40)
  func shortage(seed: Int) throws {
    let lifted = try PlanCompiler(portfolio(seed: seed)).lift()
    let shortages = ShortageFinder(lifted).shortages()
    for period in 0...lifted.timeline.periodCount {
      let bound = shortages.filter { $0.period == period }.reduce(Int64(0)) { $0 + $1.missing }
      #expect(shortages.allSatisfy { $0.missing > 0 })
      let least = try #require(leastMissing(lifted, period))
      #expect(bound <= least)
    }
  }

  /// Minutes above the limits of the policy and of accounts that nobody serves, at least, by trying everything.
  private func leastMissing(_ plan: LiftedPlan, _ period: Int) -> Int64? {
    var builder = OptionModelBuilder()
    let finder = ShortageFinder(plan)
    for (index, key) in plan.meaning.resources.enumerated() {
      let isMeant = if case .hours(_, let own) = key { Int(own) == period } else { false }
      let limit = plan.policyLimits[index] ?? 0
      builder.addResource(Resource(price: isMeant ? [PriceSegment(.over, limit, rate: 1)] : []))
    }
    for group in 0..<plan.model.groupCount {
      builder.beginGroup()
      for option in plan.model.options(ofGroup: group) where plan.bans(ofOption: option).isEmpty {
        let kind = plan.meaning.options[option]
        let isServed = kind.kind != .unassigned && (kind.kind != .assign || Int(kind.period) <= period)
        builder.addOption(cost: isServed ? 0 : finder.demand(ofGroup: group, in: period)?.minutes ?? 0)
        builder.consume(plan.model.consumptions(ofOption: option))
      }
    }
    return (try? builder.build()).flatMap(leastObjective)
  }

  @Test("the overload of a group that no plan avoids is that of trying everything", arguments: 0..<20)
  func overload(seed: Int) throws {
    let compiled = try PlanCompiler(portfolio(seed: seed)).compile()
    let tail = compiled.timeline.periodCount
    for csms in [Set<Int32>([0]), [0, 1], [0, 1, 2]] {
      let model = try OverloadModel(compiled, csms: csms, periods: 0...tail).model
      let result = try Solver(backend: GLPKBackend()).solve(
        model, limits: SolveLimits(certified: true), certify: { ConflictTests.certified(model, $0) })
      let least = try #require(leastObjective(of: model))
      #expect(result.objective == least)
      #expect(OverloadModel.minutes(result.certifiedBound ?? 0) == OverloadModel.minutes(least))
    }
  }

  @Test("a diagnosis of what can hold names overloads and gains that fit together", arguments: 0..<6)
  func diagnosis(seed: Int) throws {
    let document = try Diagnoser(portfolio(seed: seed)).diagnose(PlanRequest(timeLimit: nil, workLimit: 20_000))
      .document
    #expect(document.conflicts.isEmpty && document.repair == nil)
    #expect(document.status != .conflict && document.status != .undecided)
    // People do not have more of it each than all of them together.
    let lasting = document.overloads.filter { $0.span == .after }
    let everybody = lasting.first { $0.group == "everybody" }?.atLeast ?? 0
    #expect(lasting.filter { $0.csms.count == 1 && $0.group == $0.csms[0] }.reduce(0) { $0 + $1.atLeast } <= everybody)
    for overload in document.overloads {
      #expect(overload.atLeast <= overload.atMost ?? .max)
      #expect(overload.atMost ?? 0 <= overload.today)
    }
    for gain in document.gains { #expect(gain.savedAtMost.map { $0.micropoints >= gain.saved.micropoints } ?? true) }
  }
}
