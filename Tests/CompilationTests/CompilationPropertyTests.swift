import Compilation
import OptionModel
import Portfolio
import TestSupport
import Testing

@Suite("Any portfolio") struct CompilationPropertyTests {
  @Test("under the default policy compiles, and staying is feasible", arguments: 0..<60)
  func drifted(seed: Int) throws {
    var random = RandomPortfolio(seed: UInt64(seed))
    let plan = try PlanCompiler(random.drifted()).compile()
    #expect(plan.model.violations(of: plan.preferredOptions).isEmpty)
    #expect(plan.model.loads(of: plan.preferredOptions) == plan.inheritedLoads)
  }

  @Test("with every rule compiles, and staying is feasible", arguments: 0..<150)
  func everything(seed: Int) throws {
    var random = RandomPortfolio(seed: UInt64(seed))
    let plan = try PlanCompiler(random.everything()).compile()
    #expect(plan.model.violations(of: plan.preferredOptions).isEmpty)
    #expect(plan.model.loads(of: plan.preferredOptions) == plan.inheritedLoads)
  }

  @Test("explains every option: charges add up to its cost, consumptions to its row", arguments: 0..<25)
  func provenance(seed: Int) throws {
    var random = RandomPortfolio(seed: UInt64(1000 + seed))
    let plan = try PlanCompiler(random.everything()).compile()
    for option in 0..<plan.model.optionCount {
      let provenance = plan.provenance(ofOption: option)
      #expect(provenance.cost == plan.model.cost(ofOption: option))
      #expect(consumed(provenance) == row(ofOption: option, plan))
    }
  }

  @Test("does not depend on the order of its rows", arguments: 0..<20)
  func order(seed: Int) throws {
    var random = RandomPortfolio(seed: UInt64(2000 + seed))
    let portfolio = random.everything()
    let reversed = Portfolio(
      asOf: portfolio.asOf, accounts: portfolio.accounts.reversed(), csms: portfolio.csms.reversed(),
      policy: portfolio.policy, agreements: portfolio.agreements)
    let (first, second) = (try PlanCompiler(portfolio).compile(), try PlanCompiler(reversed).compile())
    #expect(first.meaning.options == second.meaning.options)
    #expect(first.model.costs == second.model.costs)
    #expect(first.model.consumptions == second.model.consumptions)
    #expect(first.model.resources == second.model.resources)
  }

  @Test("keeps its costs when everybody is renamed in order", arguments: 0..<20)
  func renaming(seed: Int) throws {
    var random = RandomPortfolio(seed: UInt64(3000 + seed))
    let portfolio = random.everything()
    let first = try PlanCompiler(portfolio).compile()
    let second = try PlanCompiler(portfolio.renamed { "new-" + $0 }).compile()
    #expect(first.meaning.options == second.meaning.options)
    #expect(first.model.costs == second.model.costs)
    #expect(first.model.consumptions == second.model.consumptions)
  }

  @Test("either permits a move or names the rule that bans it", arguments: 0..<20)
  func verdicts(seed: Int) throws {
    var random = RandomPortfolio(seed: UInt64(4000 + seed))
    let portfolio = random.everything()
    let plan = try PlanCompiler(portfolio).compile()
    let receivers = portfolio.csms.indices.filter(plan.isActive(csm:))
    for group in 0..<plan.model.groupCount {
      let permitted = plan.model.options(ofGroup: group).map { plan.meaning.options[$0] }
      let moves = (permitted + plan.verdicts(forGroup: group).map(\.option)).filter {
        $0.kind == .handoff || $0.kind == .assign
      }
      let incumbents = Set(plan.meaning.members(ofGroup: group).map { plan.incumbent(ofAccount: Int($0)) })
      let others = incumbents.count == 1 ? receivers.filter { !incumbents.contains($0) } : receivers
      let begun = permitted.count { $0.kind == .handoff && $0.start < portfolio.asOf }
      #expect(moves.count == others.count * plan.timeline.periodCount + begun)
    }
  }

  private func consumed(_ provenance: OptionProvenance) -> [ResourceKey: Int64] {
    provenance.consumptions.reduce(into: [:]) { $0[$1.resource, default: 0] += $1.amount }
      .filter { $0.value != 0 }
  }

  private func row(ofOption option: Int, _ plan: CompiledPlan) -> [ResourceKey: Int64] {
    plan.model.consumptions(ofOption: option).reduce(into: [:]) { row, consumed in
      let key = plan.meaning.resources[consumed.resource]
      row[key] = consumed.amount
    }.filter { $0.value != 0 }
  }
}
