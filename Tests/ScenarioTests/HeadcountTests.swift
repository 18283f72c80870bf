import Ballast
import Compilation
import OptionModel
import PlanDocument
import Portfolio
import TestSupport
import Testing

/// The smallest number of hires against trying everything: every set of hires is compiled as if it had been hired already.
@Suite("How many hires are needed") struct HeadcountTests {
  private static let most = 2

  /// One period, so that everything can be tried; capacities near the work there is. Every fourth has all that a policy
  /// knows, most of which no hire helps; the others are free to move.
  private func portfolio(seed: Int) -> Portfolio {
    var random = RandomPortfolio(seed: UInt64(seed), accounts: 4, csms: 2)
    var portfolio = seed.isMultiple(of: 4) ? random.everything() : random.drifted()
    portfolio.agreements = []
    (portfolio.policy.horizon.period, portfolio.policy.horizon.periods) = (.month, 1)
    if !seed.isMultiple(of: 4) { open(&portfolio, keepsDepartures: seed.isMultiple(of: 3)) }
    for index in portfolio.accounts.indices where !(index + seed).isMultiple(of: 5) {
      portfolio.accounts[index].effort = Minutes(Int64(100 + (131 * index + 217 * seed) % 350))
    }
    for index in portfolio.csms.indices {
      portfolio.csms[index].capacity = Minutes(Int64(250 + 97 * ((seed + index) % 9)))
    }
    return portfolio
  }

  private func open(_ portfolio: inout Portfolio, keepsDepartures: Bool) {
    portfolio.policy.handoffs.moments = [Moment("any", .any, price: Points(20))]
    portfolio.policy.effort.includesEvents = true
    for index in portfolio.accounts.indices {
      let old = portfolio.accounts[index]
      var account = Account(id: old.id, tier: old.tier, region: old.region)
      (account.csmID, account.domains, account.arr) = (old.csmID, old.domains, old.arr)
      account.effort = Minutes(240)
      portfolio.accounts[index] = account
    }
    for index in portfolio.csms.indices {
      (portfolio.csms[index].kind, portfolio.csms[index].active, portfolio.csms[index].tiers) = (.person, true, [])
      portfolio.csms[index].leave = nil
      if !keepsDepartures { portfolio.csms[index].lastDay = nil }
    }
  }

  private func profiles(seed: Int) -> [CSM] {
    var first = CSM(id: "here", regions: ["AMER", "EMEA"])
    first.domains = ["banking": .expert, "retail": .working]
    var second = CSM(id: "there", regions: ["APAC", "AMER"])
    second.domains = ["health": .expert, "banking": .expert, "retail": .expert]
    for index in [0, 1] {
      let capacity = Minutes(Int64(400 + 150 * ((seed + index) % 6)))
      if index == 0 { first.capacity = capacity } else { second.capacity = capacity }
    }
    return [first, second]
  }

  @Test("the number, its proof and the cost equal enumeration", arguments: 0..<120)
  func minimum(seed: Int) throws {
    let portfolio = portfolio(seed: seed)
    let profiles = profiles(seed: seed)
    let truth = try enumerated(portfolio, profiles)
    let request = PlanRequest(timeLimit: nil, workLimit: 200_000, gap: 0)
    let outcome = try HeadcountSearch(portfolio, profiles: profiles, most: HeadcountTests.most, request: request)
      .search()
    guard case .answered(let answer) = outcome else {
      guard case .conflict = outcome else {
        Issue.record("\(outcome)")
        return
      }
      // Nobody can keep the limits with all candidates to choose from.
      #expect(truth == nil)
      return
    }
    guard let truth else {
      #expect(!answer.isEnough)
      #expect(answer.atLeast == HeadcountTests.most + 1)
      return
    }
    #expect(answer.isEnough)
    #expect(answer.hires.reduce(0, +) == truth.hires)
    #expect(answer.atLeast == truth.hires)
    #expect(answer.cost?.micropoints == truth.cost)
    #expect((answer.costBound?.micropoints ?? .max) <= truth.cost)
  }

  @Test("the seeds need no hire, one, two, and more than two")
  func variety() throws {
    let needed = try (0..<120).map { try enumerated(portfolio(seed: $0), profiles(seed: $0))?.hires ?? 3 }
    for number in 0...3 { #expect(needed.count { $0 == number } >= 3, "\(number): \(needed)") }
  }

  /// The fewest hires with a plan inside the bands, and the least cost with so many; `nil` where two are not enough.
  private func enumerated(_ portfolio: Portfolio, _ profiles: [CSM]) throws -> (hires: Int, cost: Int64)? {
    for number in 0...HeadcountTests.most {
      let costs = try (0...number).compactMap { first in
        try leastCost(portfolio, hired(profiles[0], first) + hired(profiles[1], number - first))
      }
      if let least = costs.min() { return (number, least) }
    }
    return nil
  }

  private func hired(_ profile: CSM, _ number: Int) -> [CSM] {
    (0..<number).map { index in
      var csm = profile
      csm.id = "\(profile.id)-\(index + 1)"
      csm.kind = .open
      return csm
    }
  }

  private func leastCost(_ portfolio: Portfolio, _ hires: [CSM]) throws -> Int64? {
    var team = portfolio
    team.csms = (portfolio.csms + hires).sorted { $0.id < $1.id }
    guard let plan = try? PlanCompiler(team).compile() else { return nil }
    let steady = plan.meaning.resources.enumerated().compactMap { index, key -> (index: Int, band: Int64)? in
      guard case .hours(let csm, let period) = key, Int(period) == plan.timeline.periodCount else { return nil }
      return (index, plan.effort.band(csm: Int(csm), period: Int(period)).targetHigh)
    }
    var best: Int64?
    var chosen = [Int32](repeating: 0, count: plan.model.groupCount)
    func visit(_ group: Int) {
      guard group < plan.model.groupCount else {
        let selection = Selection(chosen)
        let loads = plan.model.loads(of: selection)
        guard steady.allSatisfy({ loads[$0.index] <= $0.band }), plan.model.violations(of: selection).isEmpty else {
          return
        }
        best = min(best ?? .max, plan.model.objective(of: selection))
        return
      }
      for option in plan.model.options(ofGroup: group) where plan.meaning.options[option].kind != .unassigned {
        chosen[group] = Int32(option)
        visit(group + 1)
      }
    }
    visit(0)
    return best
  }
}
