import PlanDocument
import Portfolio

@testable import Verification

/// Makes plans and their documents without solver and compiler: options improved one group at a time.
struct PlanAssembler {
  let portfolio: Portfolio
  let auditor: PlanAuditor

  init(_ portfolio: Portfolio) {
    self.portfolio = portfolio
    auditor = PlanAuditor(portfolio)
  }

  var rules: Rederivation { auditor.rules }

  func evaluation(_ choices: [PlannedOption]) -> RederivedEvaluation {
    RederivedEvaluation(choices, rules: rules, resources: auditor.resources)
  }

  func isFeasible(_ plan: RederivedEvaluation) -> Bool {
    plan.loads.allSatisfy { auditor.resources.resource($0.key)?.permits($0.value) ?? true }
  }

  /// A plan that no change of a single group improves; among equals the earlier option, so that staying wins.
  func goodPlan() -> [PlannedOption] {
    let options = rules.groups.map(rules.options(of:))
    var choices = options.map { $0.first { $0.kind == .stay } ?? $0[$0.count - 1] }
    var objective = evaluation(choices).objective
    var improved = true
    while improved {
      improved = false
      for group in choices.indices {
        for option in options[group] {
          var changed = choices
          changed[group] = option
          let plan = evaluation(changed)
          guard plan.objective < objective, isFeasible(plan) else { continue }
          (choices, objective, improved) = (changed, plan.objective, true)
        }
      }
    }
    return choices
  }

  func document(_ choices: [PlannedOption]) -> PlanDocument {
    let plan = evaluation(choices)
    let objective = Int64(plan.objective)
    let (bound, certified) = (objective - 5_000_000, objective - 9_000_000)
    let assignments = assignments(choices)
    return PlanDocument(
      asOf: portfolio.asOf, inputs: [:], currency: "EUR", horizon: horizon,
      termination: Termination(reason: .workLimit),
      objective: PointsValue(micropoints: objective),
      objectiveByRule: Dictionary(
        uniqueKeysWithValues: plan.objectiveByRule.map {
          ($0.key.rawValue, PointsValue(micropoints: Int64($0.value)))
        }),
      bound: PointsValue(micropoints: bound), certifiedBound: PointsValue(micropoints: certified),
      gap: 5_000_000 / Double(objective), certifiedGap: 9_000_000 / Double(objective),
      absoluteGap: PointsValue(micropoints: 5_000_000),
      certifiedAbsoluteGap: PointsValue(micropoints: 9_000_000),
      totals: totals(assignments), accounts: accounts, assignments: assignments,
      handoffs: handoffs(assignments),
      books: books(choices, plan),
      inheritedBreaches: [
        InheritedBreachDocument(rule: "capacity", csm: "ANN", period: 0, before: 9, after: 9, message: "")
      ],
      run: RunFacts(
        version: "0", seconds: 0, host: "", createdAt: "", workspace: "", seed: 1, work: 0, solver: ""))
  }

  private var horizon: HorizonDocument {
    let calendar = rules.calendar
    let periods = (0..<calendar.periodCount).map { index in
      HorizonDocument.Period(
        index: index, label: "", start: calendar.starts[index],
        end: calendar.starts[index + 1].adding(days: -1))
    }
    return HorizonDocument(periods: periods, tailMonths: portfolio.policy.horizon.tailMonths)
  }

  private var accounts: [AccountDocument] {
    portfolio.accounts.enumerated().map { index, account in
      var facts = AccountDocument(
        account: account.id, name: nil, tier: account.tier, region: account.region, domains: account.domains,
        arr: account.arr?.value, health: account.health, atRisk: rules.isAtRisk(index),
        effort: rules.efforts[index], estimated: account.effort == nil, renewalDate: account.renewalDate)
      var situation = AccountSituation()
      (situation.language, situation.nextQBR) = (account.language, account.nextQBR)
      situation.csmSince = account.csmSince
      facts.situation = situation
      return facts
    }
  }

  private func assignments(_ choices: [PlannedOption]) -> [Assignment] {
    zip(rules.groups, choices)
      .flatMap { group, option in group.members.map { auditor.expectedAssignment(of: $0, option) } }
      .sorted { $0.account < $1.account }
  }

  private func handoffs(_ assignments: [Assignment]) -> [HandoffDocument] {
    assignments.compactMap { assignment in
      guard let start = assignment.start, let effective = assignment.effective,
        let period = assignment.period,
        let to = assignment.cover ?? assignment.csm
      else { return nil }
      return HandoffDocument(
        account: assignment.account, kind: assignment.kind, from: assignment.previous, to: to,
        moment: assignment.moment, otherMoments: [], checklist: [], customerMeetsBoth: true, period: period,
        announce: start, start: start, introduction: start, effective: effective, overlapEnd: effective,
        reasonCode: "capacity", reason: "")
    }
  }

  private func totals(_ assignments: [Assignment]) -> PlanTotals {
    func count(_ kind: Assignment.Kind) -> Int { assignments.filter { $0.kind == kind }.count }
    let moved = assignments.filter { $0.kind == .handoff && $0.previous != "DAN" }
    let still = rules.groups.map { group -> PlannedOption in
      PlannedOption(rules.standings[group.members[0]] == .settled ? .stay : .unassigned)
    }
    return PlanTotals(
      accounts: assignments.count, csms: portfolio.csms.count, moves: moved.count,
      forcedMoves: count(.handoff) - moved.count, assigned: count(.assign), covers: count(.cover),
      unassigned: count(.unassigned),
      arrMoved: moved.map { rules.accounts[rules.accountIndex[$0.account] ?? 0].arr?.value ?? 0 }.reduce(
        0, +),
      estimatedEfforts: portfolio.accounts.filter { $0.effort == nil }.count, withoutMoment: 0,
      objectiveIfNothingMoves: PointsValue(micropoints: Int64(evaluation(still).objective)))
  }

  private func books(_ choices: [PlannedOption], _ plan: RederivedEvaluation) -> [BookDocument] {
    rules.csms.indices.filter { rules.isActive[$0] }.map { csm in
      let before = rules.accounts.indices.filter { rules.incumbents[$0] == csm }
      let after = zip(rules.groups, choices).flatMap { group, option in
        group.members.filter { rules.finalCSM(of: $0, under: option) == csm }
      }
      return BookDocument(
        csm: rules.csms[csm].id, name: nil, kind: rules.csms[csm].kind.rawValue, team: nil, regions: [],
        startDate: nil, lastDay: nil, before: side(before, csm), after: side(after, csm),
        periods: (0...rules.calendar.periodCount).map { period($0, csm, plan) })
    }
  }

  private func side(_ book: [Int], _ csm: Int) -> BookDocument.Side {
    BookDocument.Side(
      accounts: book.count, strategic: book.filter { rules.accounts[$0].tier == "strategic" }.count,
      atRisk: book.filter { rules.isAtRisk($0) }.count,
      arr: book.map { rules.accounts[$0].arr?.value ?? 0 }.reduce(0, +),
      renewals: book.filter { account in
        guard let date = rules.accounts[account].renewalDate else { return false }
        return date >= rules.calendar.firstDay && date < rules.calendar.end
      }.count,
      minutes: book.map { account in
        rules.efforts[account] * rules.effortFactor(csm)
          * (100 + rules.expertisePenalty(account: account, csm: csm))
          / 10_000
      }.reduce(0, +))
  }

  private func period(_ period: Int, _ csm: Int, _ plan: RederivedEvaluation) -> BookDocument.Period {
    let (capacity, limits) = (rules.capacities[csm][period], portfolio.policy.capacity)
    let hours = ResourceKey.hours(csm: Int32(csm), period: Int16(period))
    let inherited = auditor.resources.inherited[hours] ?? 0
    return BookDocument.Period(
      period: period, capacity: capacity, inheritedMinutes: inherited, minutes: plan.loads[hours] ?? 0,
      targetLow: capacity * limits.targetLow / 100, targetHigh: capacity * limits.targetHigh / 100,
      soft: capacity * limits.soft / 100, hard: max(capacity * limits.hard / 100, inherited),
      handoffsIn: Int(plan.loads[.slotsIn(csm: Int32(csm), period: Int16(period))] ?? 0),
      handoffsOut: Int(plan.loads[.slotsOut(csm: Int32(csm), period: Int16(period))] ?? 0))
  }
}
