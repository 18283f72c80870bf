import Compilation
import Explanation
import Foundation
import GLPKBackend
import OptionModel
public import PlanDocument
public import Portfolio
import Solving
import Verification
public import Workspace

/// Validate, compile, solve, verify, explain: the main job.
public struct Planner: Sendable {
  let portfolio: Portfolio
  /// SHA-256 by name of the files the portfolio was read from.
  let inputs: [String: String]
  /// The what-if that was laid over the files, where there is one.
  let scenario: ScenarioDocument?

  /// `inputs` are written into the plan, so that `verify` notices other data.
  public init(_ portfolio: Portfolio, inputs: [String: String] = [:], scenario: ScenarioDocument? = nil) {
    self.portfolio = portfolio
    self.inputs = inputs
    self.scenario = scenario
  }

  /// `nil` when the workspace holds errors.
  public init?(_ workspace: LoadedWorkspace, agreements: [Agreement] = []) {
    guard var portfolio = workspace.portfolio else { return nil }
    portfolio.agreements = agreements
    self.init(portfolio, inputs: workspace.digests, scenario: workspace.scenario.map(ScenarioDocument.init))
  }

  /// Searches for a plan, checks it by code that shares nothing with the search, and explains it.
  ///
  /// - Parameters:
  ///   - folder: how the workspace is named in the plan, so that `verify` finds it.
  ///   - similar: a plan of a similar portfolio (the base of a scenario, say): the search begins with its choices and
  ///     multipliers, which saves most of the work. It changes how soon a plan is good, not what a good plan is.
  ///   - interruption: stops the search with the best plan so far.
  ///   - progress: called at every improvement and twice a second anyway, on threads of the search, never on two at
  ///     the same time; the last call has the phase `finished`. The search waits for it, so it should be short.
  /// - Throws: `UnusableInput`, or an internal failure of the solver.
  public func plan(
    _ request: PlanRequest = PlanRequest(), folder: String = ".", similar: PlanDocument? = nil,
    interruption: PlanInterruption = PlanInterruption(), progress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
  ) throws -> PlanOutcome {
    let started = ContinuousClock.now
    let compiled: CompiledPlan
    switch try CompiledOutcome(portfolio) {
    case .plan(let plan): compiled = plan
    case .conflict(let reasons): return .conflict(reasons)
    }
    let modelAudit = ModelAuditor(portfolio).audit(model: compiled.model, meaning: compiled.meaning)
    let start = similar.map { WarmStart($0, for: compiled) }
    let robust = try robustSearch(compiled, request)
    let (result, levels) = try solve(compiled, robust, request, start, interruption, progress)
    guard let selection = result.selection else {
      if let robust { return try robust.withoutPlan(result) }
      return try withoutPlan(result, compiled, request, interruption)
    }
    let days = try DaySetter(compiled: compiled, request: request).dated(selection, interruption)
    let dated = days.flatMap { robust?.stands(selection, in: $0) ?? true ? $0 : nil }
    var document = PlanAssembler(plan: dated ?? compiled, selection: selection)
      .document(
        result: result, levels: levels, periods: compiled, inputs: inputs, isBoundUsable: modelAudit.passed)
    let proof = document.certifiedBound == nil ? nil : try proofDocument(result, compiled)
    document.scenario = scenario
    document.robust = robust?.document(of: selection)
    document.proof = try proof.map { try ProofReference($0) }
    let bound = boundCheck(document, result, compiled)
    if !bound.passed { document.withholdBounds() }
    document.run = facts(
      request, result, seconds: started.duration(to: .now), folder,
      isBoundUsable: modelAudit.passed && bound.passed)
    try note(portfolio.agreements, in: &document, compiled, result, request, interruption)
    let decisive = decisiveChecks(of: document, selection, compiled, dated: dated)
    document.checks = decisive + [bound, modelCheck(modelAudit, compiled)]
    let failed = decisive.filter { !$0.passed }
    return failed.isEmpty ? .planned(document, proof: bound.passed ? proof : nil) : .rejected(failed.flatMap(\.details))
  }

  /// What people have agreed on and, where costs add up to one number, what that costs.
  private func note(
    _ agreements: [Agreement], in document: inout PlanDocument, _ compiled: CompiledPlan, _ result: SolveResult,
    _ request: PlanRequest, _ interruption: PlanInterruption
  ) throws {
    guard !agreements.isEmpty else { return }
    document.agreements = agreements
    guard document.levels == nil else { return }
    document.agreementCosts = try AgreementPricer(portfolio, compiled, result, request).costs(interruption)
  }

  private func solve(
    _ compiled: CompiledPlan, _ robust: RobustPlanner?, _ request: PlanRequest, _ start: WarmStart?,
    _ interruption: PlanInterruption, _ progress: @escaping @Sendable (PlanProgress) -> Void
  ) throws -> (SolveResult, [LevelDocument]?) {
    if let model = try compiled.levelModel() {
      return try LevelPlanner(compiled: compiled, model: model, request: request).solve(interruption, progress)
    }
    let checker = BoundProofChecker(compiled.model)
    if let robust {
      let result = try robust.solve(
        start, certify: { checker.bound(from: $0).micropoints }, interruption, { progress(PlanProgress($0)) })
      return (result, nil)
    }
    let result = try Solver(backend: GLPKBackend()).solve(
      compiled.model, limits: SolveLimits(request), start: start?.selection ?? compiled.agreedOptions,
      preferred: compiled.preferredOptions, warm: start?.multipliers,
      certify: { checker.bound(from: $0).micropoints }, interruption: interruption.token,
      progress: { progress(PlanProgress($0)) })
    return (result, nil)
  }

  /// The checks that decide whether the plan may be shown; one that fails on the bound costs the plan only its bound.
  private func decisiveChecks(
    of document: PlanDocument, _ selection: Selection, _ compiled: CompiledPlan, dated: CompiledPlan?
  ) -> [CheckDocument] {
    [planCheck(document), selectionCheck(document, selection, compiled, dated: dated)]
  }

  func selectionCheck(
    _ document: PlanDocument, _ selection: Selection, _ compiled: CompiledPlan, dated: CompiledPlan?
  ) -> CheckDocument {
    var report = SelectionChecker(compiled.model).check(selection, claimed: [document.objective.micropoints])
    if let dated, let objective = document.daysObjective {
      report.findings += SelectionChecker(dated.model).check(selection, claimed: [objective.micropoints]).findings
    }
    let compared = "limits and objective of the selection, in 128-bit integers"
    return CheckDocument("selection", report, compared: compared)
  }

  /// On the model that was solved, which has an audit of its own; `verify` derives the model anew.
  private func boundCheck(_ document: PlanDocument, _ result: SolveResult, _ compiled: CompiledPlan) -> CheckDocument {
    if document.levels != nil { return levelCheck(document) }
    guard let certified = document.certifiedBound, let proof = result.proof else { return CheckDocument.noBound }
    let report = BoundProofChecker(compiled.model).check(claimed: certified.micropoints, proof: proof)
    return CheckDocument.bound(certified, report, from: document.proof?.contents ?? "multipliers")
  }

  /// `nil` where the multipliers in the plan are the whole proof.
  private func proofDocument(_ result: SolveResult, _ compiled: CompiledPlan) throws -> ProofDocument? {
    guard let proof = result.proof else { return nil }
    if case .multipliers = proof { return nil }
    let names = ResourceNames(portfolio: portfolio)
    return try ProofDocument(
      proof, of: compiled.model, compiled.meaning, resourceNames: compiled.meaning.resources.map(names.name(of:)))
  }

  /// A model that fails its audit costs the plan its bound, not the plan: that is checked on its own.
  private func modelCheck(_ audit: AuditReport, _ compiled: CompiledPlan) -> CheckDocument {
    CheckDocument(
      "model", audit,
      compared: "\(compiled.model.optionCount) options and \(compiled.model.resourceCount) resources re-derived")
  }

  private func withoutPlan(
    _ result: SolveResult, _ compiled: CompiledPlan, _ request: PlanRequest, _ interruption: PlanInterruption
  ) throws -> PlanOutcome {
    guard result.termination == .infeasible else {
      return .noPlan(Termination.Reason(result.termination))
    }
    if let limit = compiled.limitNobodyKeeps { return .conflict([limit]) }
    var rest = request
    rest.timeLimit = request.timeLimit.map { max(.zero, $0 - .seconds(result.statistics.seconds)) }
    let found =
      rest.timeLimit == .zero
      ? [] : try Diagnoser(portfolio.withoutPersonalText).conflictSentences(rest, interruption)
    return .conflict(
      found.isEmpty ? ["No assignment keeps all hard limits together; each of them alone can be kept."] : found)
  }
}
