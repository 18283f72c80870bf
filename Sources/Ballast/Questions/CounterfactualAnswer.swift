import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// Checks the plan that was found for a question, and holds it against the plan that there is.
struct CounterfactualAnswer {
  let search: CounterfactualSearch
  let model: QuestionModel
  let result: SolveResult
  /// Options of the whole model.
  let selection: Selection

  private var plan: ExplainedPlan { search.explained }

  func outcome(_ run: CounterfactualRun) -> AnswerOutcome {
    let assembler = PlanAssembler(plan: model.whole, selection: selection)
    let before = PlanAssembler(plan: plan.compiled, selection: plan.selection)
    let modelAudit = ModelAuditor(model.whole.portfolio).audit(model: model.whole.model, meaning: model.whole.meaning)
    let bound = certifiedBound(isModelRight: modelAudit.passed)
    let checks = CounterfactualChecks(answer: self, assembler: assembler).checks(bound, modelAudit)
    let failed = checks.filter { !$0.passed && $0.name != "model" }
    guard failed.isEmpty else { return .rejected(failed.flatMap(\.details)) }
    return .answered(
      CounterfactualDocument(
        asOf: search.document.asOf, questions: search.questions, outcome: .answered, cost: cost(bound),
        changes: changes(from: before.assignments(), to: assembler.assignments()), loads: loads(), checks: checks,
        run: run))
  }

  /// The better one of the two: what the search proves about the question, and what the plan's own proof says about every
  /// plan, where the question only takes choices away.
  private func certifiedBound(isModelRight: Bool) -> Int64? {
    guard isModelRight else { return nil }
    // Checking the proof of the plan again takes time: only where it would say more.
    let claimed = search.document.certifiedBound?.micropoints ?? .min
    let isWorthIt = search.restricts && claimed > result.certifiedBound ?? .min
    let inherited = isWorthIt ? search.planBound() : nil
    return [result.certifiedBound, inherited].compactMap { $0 }.max().map { min($0, objective) }
  }

  var objective: Int64 { model.whole.model.objective(of: selection) }

  // MARK: - Costs

  private func cost(_ bound: Int64?) -> CounterfactualCost {
    CounterfactualCost(
      plan: search.document.objective, planBound: search.document.certifiedBound,
      found: PointsValue(micropoints: objective), bound: bound.map { PointsValue(micropoints: $0) },
      restricts: search.restricts, byRule: byRule())
  }

  private func byRule() -> [ExplanationTerm] {
    let now = PlanAssembler.objectiveByRule(model.whole, selection)
    let planned = PlanAssembler.objectiveByRule(plan.compiled, plan.selection)
    return Set(now.keys).union(planned.keys).map { rule in
      let gain = (planned[rule]?.micropoints ?? 0) - (now[rule]?.micropoints ?? 0)
      return ExplanationTerm(rule: rule, gain: PointsValue(micropoints: gain), note: RuleWords.phrase(for: rule))
    }
    .filter { $0.gain.micropoints != 0 }
    .sorted { ($0.gain.micropoints.magnitude, $1.rule) > ($1.gain.micropoints.magnitude, $0.rule) }
  }

  // MARK: - Changes

  /// Both by account, of the same accounts.
  private func changes(from before: [Assignment], to after: [Assignment]) -> [PlanChange] {
    let asked = Set(search.questions.compactMap(\.account))
    // As the plan states it, with the days that it has set.
    let stated = Dictionary(
      search.document.assignments.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    return zip(before, after).compactMap { before, after in
      PlanChange.Effect(from: before, to: after).map {
        PlanChange(
          effect: $0, asked: asked.contains(before.account), before: stated[before.account] ?? before, after: after)
      }
    }
  }

  private func loads() -> [LoadChange] {
    let (before, after) = (plan.compiled.model.loads(of: plan.selection), model.whole.model.loads(of: selection))
    let tail = plan.compiled.portfolio.policy.horizon.periods
    return plan.compiled.portfolio.csms.indices.compactMap { csm in
      let periods = (0...tail).compactMap { period -> LoadChange.Period? in
        let key = ResourceKey.hours(csm: Int32(csm), period: Int16(period))
        let old = plan.compiled.resource(key).map { before[$0] } ?? 0
        let new = model.whole.resource(key).map { after[$0] } ?? 0
        return old == new ? nil : LoadChange.Period(period: period, before: old, after: new)
      }
      return periods.isEmpty ? nil : LoadChange(csm: plan.compiled.portfolio.csms[csm].id, periods: periods)
    }
  }
}

extension PlanChange.Effect {
  /// `nil` where the same person looks after the account from the same period on, whoever had it before.
  init?(from before: Assignment, to after: Assignment) {
    func moves(_ assignment: Assignment) -> Bool { assignment.kind == .handoff || assignment.kind == .assign }
    if before.csm == after.csm, before.cover == after.cover, moves(before) == moves(after),
      !moves(before) || before.period == after.period
    {
      return nil
    }
    if after.csm == nil {
      self = .dropped
    } else if before.csm == after.csm {
      self = .retimed
    } else if moves(before), !moves(after) {
      self = .undone
    } else {
      self = moves(before) ? .redirected : .moved
    }
  }
}
