import Compilation
import Explanation
import Foundation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification
public import Workspace

/// Validate, compile, solve, verify, explain: the main job.
public struct Planner: Sendable {
  let workspace: LoadedWorkspace
  let portfolio: Portfolio

  /// `nil` when the workspace holds errors.
  public init?(_ workspace: LoadedWorkspace) {
    guard let portfolio = workspace.portfolio else { return nil }
    self.workspace = workspace
    self.portfolio = portfolio
  }

  /// Searches for a plan, checks it by code that shares nothing with the search, and explains it.
  ///
  /// - Parameters:
  ///   - folder: how the workspace is named in the plan, so that `verify` finds it.
  ///   - interruption: stops the search with the best plan so far.
  ///   - progress: called a few times a second, on the thread of the search.
  /// - Throws: internal failures of the solver; never for what the data or the rules are.
  public func plan(
    _ request: PlanRequest = PlanRequest(), folder: String = ".", interruption: PlanInterruption = PlanInterruption(),
    progress: @escaping @Sendable (PlanProgress) -> Void = { _ in }
  ) throws -> PlanOutcome {
    let clock = ContinuousClock()
    let started = clock.now
    let compiled: CompiledPlan
    do {
      compiled = try PlanCompiler(portfolio).compile()
    } catch let conflict as CompilationConflict {
      return .conflict(portfolio.sentences(about: conflict))
    }
    let modelAudit = ModelAuditor(portfolio).audit(model: compiled.model, meaning: compiled.meaning)
    let result = try solve(compiled, request, interruption, progress)
    guard let selection = result.selection else { return withoutPlan(result, compiled) }
    var document = PlanAssembler(plan: compiled, selection: selection)
      .document(result: result, inputs: workspace.digests, isBoundUsable: modelAudit.passed)
    document.run = facts(request, result, seconds: started.duration(to: clock.now), folder)
    let problems = rejections(of: document, selection, compiled)
    return problems.isEmpty ? .planned(document) : .rejected(problems)
  }

  private func solve(
    _ compiled: CompiledPlan, _ request: PlanRequest, _ interruption: PlanInterruption,
    _ progress: @escaping @Sendable (PlanProgress) -> Void
  ) throws -> SolveResult {
    let checker = BoundChecker(compiled.model)
    return try Solver(backend: GLPKBackend()).solve(
      compiled.model, limits: SolveLimits(request), preferred: compiled.preferredOptions,
      certify: { checker.bound(from: $0).micropoints }, interruption: interruption.token,
      progress: { progress(PlanProgress($0)) })
  }

  /// What the independent checks say against a plan; empty when it passed.
  private func rejections(
    of document: PlanDocument, _ selection: Selection, _ compiled: CompiledPlan
  ) -> [String] {
    let selectionReport = SelectionChecker(compiled.model).check(
      selection, claimed: [document.objective.micropoints])
    return (selectionReport.findings + PlanAuditor(portfolio).audit(document: document).findings).map(\.message)
  }

  private func withoutPlan(_ result: SolveResult, _ compiled: CompiledPlan) -> PlanOutcome {
    guard result.termination == .infeasible else {
      return .noPlan(Termination.Reason(result.termination))
    }
    return .conflict(["No assignment satisfies all hard limits together: pins, locks, budgets and book limits collide."]
    )
  }
}
