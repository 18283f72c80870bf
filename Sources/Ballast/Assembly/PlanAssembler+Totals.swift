import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio

extension PlanAssembler {
  func totals(_ assignments: [Assignment]) -> PlanTotals {
    let arr = Dictionary(uniqueKeysWithValues: portfolio.accounts.map { ($0.id, $0.arr?.value ?? 0) })
    let departing = Set(activeCSMs.filter { plan.isDeparting(csm: $0) }.map { portfolio.csms[$0].id })
    let handoffs = assignments.filter { $0.kind == .handoff }
    let chosen = handoffs.filter { !departing.contains($0.previous ?? "") }
    return PlanTotals(
      accounts: assignments.count, csms: activeCSMs.count, moves: chosen.count,
      forcedMoves: handoffs.count - chosen.count, assigned: assignments.count { $0.kind == .assign },
      covers: assignments.count { $0.kind == .cover }, unassigned: assignments.count { $0.kind == .unassigned },
      arrMoved: chosen.reduce(0) { $0 + (arr[$1.account] ?? 0) },
      estimatedEfforts: plan.effort.isEstimated.count { $0 }, withoutMoment: plan.accountsWithoutMoment.count,
      objectiveIfNothingMoves: objectiveIfNothingMoves)
  }

  /// `nil` where a pin or an agreement forbids that nothing but what has begun moves.
  private var objectiveIfNothingMoves: PointsValue? {
    let isAtRest = plan.decode(plan.preferredOptions).allSatisfy { option in
      option.kind == .stay || option.kind == .unassigned || (option.kind == .handoff && option.start < portfolio.asOf)
    }
    guard isAtRest else { return nil }
    return PointsValue(micropoints: plan.model.objective(of: plan.preferredOptions))
  }

  func inheritedBreaches() -> [InheritedBreachDocument] {
    plan.inheritedBreaches.compactMap { breach in
      switch breach {
      case .pairing(let account, let csm, let rule, let reason): pairing(account, csm, rule, reason)
      case .limit(let key, let limit, let inherited): limitBreach(key, limit, inherited)
      }
    }
  }

  private func pairing(
    _ account: Int, _ csm: Int, _ rule: RuleID, _ reason: String
  ) -> InheritedBreachDocument {
    let facts = portfolio.accounts[account]
    return .init(
      rule: rule.rawValue, csm: portfolio.csms[csm].id, account: facts.id,
      message: "\(facts.displayName): \(reason)")
  }

  /// `nil` for the global budgets, which nothing is inherited of.
  private func limitBreach(
    _ key: ResourceKey, _ limit: Int64, _ inherited: Int64
  ) -> InheritedBreachDocument? {
    guard let csm = key.csm, let index = plan.resource(key) else { return nil }
    let (wording, load) = (explainer.wording, loads[index])
    let (arrived, allowed) = (wording.load(inherited, of: key), wording.load(limit, of: key))
    return .init(
      rule: key.rule.rawValue, csm: portfolio.csms[Int(csm)].id, period: key.period.map(Int.init),
      before: inherited - limit, after: max(0, load - limit), unit: key.unit,
      message:
        "\(wording.resource(key)): \(arrived) on arrival, limit \(allowed), \(wording.load(load, of: key)) planned")
  }

  func shortages() -> [ShortageDocument] {
    plan.shortages.map { shortage in
      let hours = explainer.wording.hours(minutes: shortage.minutes)
      let noun = shortage.accounts.count == 1 ? "account needs" : "accounts need"
      return .init(
        kind: shortage.kind.rawValue, value: shortage.value, accounts: shortage.accounts.count,
        minutes: shortage.minutes,
        message:
          "Nobody covers \(shortage.kind.rawValue) \(shortage.value): \(shortage.accounts.count) \(noun) it, \(hours) a month."
      )
    }
  }

  /// Indices of CSMs that have not left.
  var activeCSMs: [Int] { portfolio.csms.indices.filter { plan.isActive(csm: $0) } }

  /// Accounts whose incumbent would not be permitted as a receiver.
  var mismatchedAccounts: [Int32] {
    plan.inheritedBreaches.compactMap { breach in
      if case .pairing(let account, _, _, _) = breach { return Int32(account) }
      return nil
    }
  }
}
