import Compilation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// Answers one question about a plan: the model is changed as asked and searched from the plan that there is, with its
/// multipliers; nothing is said that separate code has not checked.
struct CounterfactualSearch {
  let explained: ExplainedPlan
  let document: PlanDocument
  let questions: [CounterfactualQuestion]
  let lifts: [RuleLift]
  let request: PlanRequest
  /// Of the plan, recomputed; `nil` where it has none that holds.
  let planBound: () -> Int64?

  /// Nothing but choices and limits are taken away, so that the question can be no cheaper than the best plan.
  var restricts: Bool { lifts.isEmpty && !questions.contains { $0.kind == .without } }

  /// The portfolio under the question.
  func portfolio() -> Portfolio {
    var changed = lifts.reduce(explained.compiled.portfolio) { $0.lifting($1) }
    for question in questions where question.kind == .without {
      if let csm = question.csm { changed.remove(csm: csm) }
    }
    return changed
  }

  func answer(_ interruption: PlanInterruption) throws -> AnswerOutcome {
    let started = ContinuousClock.now
    try refuseIdleLifts()
    let portfolio = portfolio()
    let changed: CompiledPlan
    if portfolio == explained.compiled.portfolio {
      changed = explained.compiled
    } else {
      switch try CompiledOutcome(portfolio) {
      case .plan(let plan): changed = plan
      case .conflict(let reasons):
        return .answered(forbidden(reasons.map { Obstacle(rule: nil, message: $0) }, run(started, nil)))
      }
    }
    let choices = AskedChoices(questions, changed)
    let obstacles = choices.obstacles()
    guard obstacles.isEmpty, let model = QuestionModel(changed, questions, lifts: lifts, choices) else {
      return .answered(forbidden(obstacles, run(started, nil)))
    }
    return try answer(model, started, interruption)
  }

  private func answer(
    _ model: QuestionModel, _ started: ContinuousClock.Instant, _ interruption: PlanInterruption
  ) throws -> AnswerOutcome {
    let labels = PlanAssembler.labels(of: model.whole)
    let limits = SingleLimitCollision().obstacles(in: model, labels: labels)
    guard limits.isEmpty else { return .answered(forbidden(limits, run(started, nil))) }
    let start = model.selection(near: explained.translated(to: model.whole))
    if restricts, model.whole(start) == explained.selection, model.model.violations(of: start).isEmpty {
      // The plan does what was asked: there is nothing to search for.
      let given = SolveResult(given: start, objective: model.model.objective(of: start))
      return CounterfactualAnswer(search: self, model: model, result: given, selection: explained.selection)
        .outcome(run(started, nil))
    }
    let near = try nearby(model, start, interruption)
    let checker = BoundProofChecker(model.model)
    let result = try Solver(backend: GLPKBackend()).solve(
      model.model, limits: rest(since: started), start: near ?? start, preferred: start,
      warm: multipliers(model.whole), certify: { checker.bound(from: $0).micropoints }, interruption: interruption.token
    )
    let run = run(started, result)
    guard let selection = result.selection else {
      let hints = model.brokenLimits(by: start, labels: labels)
      guard result.termination == .infeasible else { return .answered(undecided(hints, run)) }
      let rules = try colliding(interruption)
      return .answered(forbidden(rules.isEmpty ? [CounterfactualSearch.together] + hints : rules, run))
    }
    let answer = CounterfactualAnswer(search: self, model: model, result: result, selection: model.whole(selection))
    return answer.outcome(run)
  }

  private static let together = Obstacle(
    rule: nil, message: "no plan keeps all hard limits together with this, as far as the solver can tell", proven: false
  )

  /// Of the limits of the search, and how often it is tried from what was found.
  private static let (shareNearby, roundsNearby) = (10, 3)

  /// The best plan among what lies close to the planned one, then close to that; `nil` where there is none.
  private func nearby(
    _ model: QuestionModel, _ start: Selection, _ interruption: PlanInterruption
  ) throws -> Selection? {
    var best: (selection: Selection, objective: Int64)?
    for _ in 0..<CounterfactualSearch.roundsNearby {
      guard let near = NearChoices(model.model, from: best?.selection ?? start) else { break }
      let found = try Solver(backend: GLPKBackend()).solve(
        near.filtered.model, limits: limitsNearby, start: near.start, preferred: near.preferred(start),
        warm: multipliers(model.whole), interruption: interruption.token)
      guard let selection = found.selection, let objective = found.objective, objective < best?.objective ?? .max else {
        break
      }
      best = (near.filtered.whole(selection), objective)
    }
    return best?.selection
  }

  /// What is left of the limits after the search nearby; work is shared out beforehand, so that it is reproducible.
  private func rest(since started: ContinuousClock.Instant) -> SolveLimits {
    let parts = Int64(CounterfactualSearch.shareNearby)
    let left = parts - Int64(CounterfactualSearch.roundsNearby)
    return SolveLimits(
      timeLimit: request.timeLimit.map { max(.milliseconds(100), $0 - (ContinuousClock.now - started)) },
      workLimit: request.workLimit.map { max(1, $0 / parts * left) }, gap: request.gap, certified: request.certified,
      seed: request.seed)
  }

  private var limitsNearby: SolveLimits {
    let part = CounterfactualSearch.shareNearby
    return SolveLimits(
      timeLimit: request.timeLimit.map { $0 / part }, workLimit: request.workLimit.map { max(1, $0 / Int64(part)) },
      gap: request.gap, seed: request.seed)
  }

  /// Of the plan, by resource of another model: the names of resources outlive a change of the rules.
  private func multipliers(_ plan: CompiledPlan) -> Multipliers {
    let names = ResourceNames(portfolio: plan.portfolio)
    let values = Dictionary(
      document.multipliers.map { ($0.resource, $0.value) }, uniquingKeysWith: { first, _ in first })
    return Multipliers(plan.meaning.resources.map { values[names.name(of: $0)] ?? 0 })
  }

  /// A lift that changes nothing would be answered with the plan itself, as if the rule did not matter.
  private func refuseIdleLifts() throws {
    let plan = explained.compiled
    for lift in lifts where plan.portfolio.lifting(lift) == plan.portfolio {
      let isLimit = plan.meaning.resources.indices.contains { index in
        plan.model.resources[index].upper != nil && lift.frees(plan.meaning.resources[index], plan.portfolio)
      }
      if !isLimit { throw NothingToLift(lift: lift) }
    }
  }

  // MARK: - Answers without a plan

  private func forbidden(_ obstacles: [Obstacle], _ run: CounterfactualRun) -> CounterfactualDocument {
    CounterfactualDocument(
      asOf: document.asOf, questions: questions, outcome: .forbidden, obstacles: obstacles, run: run)
  }

  private func undecided(_ obstacles: [Obstacle], _ run: CounterfactualRun) -> CounterfactualDocument {
    CounterfactualDocument(
      asOf: document.asOf, questions: questions, outcome: .undecided, obstacles: obstacles, run: run)
  }

  private func run(_ started: ContinuousClock.Instant, _ result: SolveResult?) -> CounterfactualRun {
    let seconds = (ContinuousClock.now - started) / .milliseconds(1)
    return CounterfactualRun(
      version: BallastVersion.current, seconds: seconds.rounded() / 1000, work: result?.statistics.work ?? 0,
      seed: request.seed, ended: result.map { Termination.Reason($0.termination) })
  }
}

extension ExplainedPlan {
  /// The same choices in another model of the accounts: exactly the same, else the same CSM in the same period, else the
  /// same CSM, else what changes nothing.
  func translated(to other: CompiledPlan) -> Selection {
    Selection(
      (0..<other.model.groupCount).map { group in
        let account = Int(other.meaning.members(ofGroup: group).first ?? 0)
        let chosen = compiled.meaning.options[selection[compiled.group(ofAccount: account)]]
        let options = other.model.options(ofGroup: group)
        func first(_ matches: (PlannedOption) -> Bool) -> Int? { options.first { matches(other.meaning.options[$0]) } }
        let found =
          first { $0 == chosen } ?? first {
            $0.kind == chosen.kind && $0.csm == chosen.csm && $0.period == chosen.period
          }
          ?? first { $0.changesHands && chosen.changesHands && $0.csm == chosen.csm && $0.period == chosen.period }
          ?? first { $0.changesHands && chosen.changesHands && $0.csm == chosen.csm }
        return Int32(found ?? other.preferredOptions[group])
      })
  }
}

extension PlannedOption {
  var changesHands: Bool { kind == .handoff || kind == .assign }
}
