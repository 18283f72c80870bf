import Compilation
import OptionModel
public import PlanDocument
import Portfolio
import Solving
import Verification

extension Planner {
  /// Other good plans beside one: each differs from it and from those before in so many accounts and costs little more.
  ///
  /// - Parameters:
  ///   - document: a plan of this portfolio, as `plan` made it.
  ///   - request: as for the plan; all alternatives together take its time or work.
  /// - Throws: `UnusableInput` where the plan is not one of this portfolio or its rules count level by level, or an internal
  ///   failure of the solver.
  public func alternatives(
    besides document: PlanDocument, _ wanted: AlternativesRequest, _ request: PlanRequest = PlanRequest(),
    interruption: PlanInterruption = PlanInterruption()
  ) throws -> Alternatives {
    let (compiled, best) = try compiledPlan(of: document, purpose: "Alternatives")
    let found = try AlternativePlanner(compiled: compiled, request: request, wanted: wanted)
      .find(besides: best, interruption)
    var plans: [PlanDocument] = []
    for (number, result) in found.results.enumerated() {
      guard let selection = result.selection else { continue }
      let dated = try DaySetter(compiled: compiled, request: request).dated(selection, interruption)
      plans.append(alternative(number + 1, result, selection, compiled, dated: dated, document))
    }
    let summaries = AlternativeComparison(compiled: compiled, best: document, selection: best)
      .summaries(plans, found.results.compactMap(\.selection))
    return Alternatives(
      plans: plans,
      summary: AlternativesDocument(
        requested: wanted.count, differ: wanted.differ, within: wanted.within, ending: found.ending, plans: summaries))
  }

  /// The range that the load of each CSM could have had in plans that cost at most a fraction more than a plan.
  ///
  /// - Parameters:
  ///   - within: 0.01 is 1 %.
  ///   - request: as for the plan; all CSMs together take its time or work.
  /// - Throws: as `alternatives`.
  public func loadRanges(
    around document: PlanDocument, within: Double = 0.01, _ request: PlanRequest = PlanRequest(),
    interruption: PlanInterruption = PlanInterruption()
  ) throws -> LoadRangesDocument {
    let (compiled, best) = try compiledPlan(of: document, purpose: "Load ranges")
    let names = ResourceNames(portfolio: portfolio)
    let known = Dictionary(
      document.multipliers.map { ($0.resource, $0.value) }, uniquingKeysWith: { first, _ in first })
    let multipliers = Multipliers(compiled.meaning.resources.map { known[names.name(of: $0)] ?? 0 })
    return try LoadRangeFinder(compiled: compiled, request: request, within: within, multipliers: multipliers)
      .find(around: best, interruption)
  }

  /// A plan of its own. Its bounds are those of the plan it stands beside, which hold for every plan.
  private func alternative(
    _ number: Int, _ result: SolveResult, _ selection: Selection, _ compiled: CompiledPlan, dated: CompiledPlan?,
    _ best: PlanDocument
  ) -> PlanDocument {
    var result = result
    (result.bound, result.certifiedBound) = (best.bound?.micropoints, best.certifiedBound?.micropoints)
    // What was only claimed about the plan may be wrong, and an alternative better.
    if let bound = result.bound, let objective = result.objective, bound > objective {
      result.bound = result.certifiedBound
    }
    var document = PlanAssembler(plan: dated ?? compiled, selection: selection)
      .document(result: result, periods: compiled, inputs: inputs, isBoundUsable: true)
    document.alternative = AlternativeOrigin(number: number, bestObjective: best.objective)
    (document.multipliers, document.proof) = (best.multipliers, best.proof)
    document.agreements = best.agreements
    document.run = best.run
    document.run.search = nil
    let selected = selectionCheck(document, selection, compiled, dated: dated)
    document.checks =
      [planCheck(document), selected] + best.checks.filter { $0.name == "certified bound" || $0.name == "model" }
    return document
  }

  /// The compiled portfolio and the selection of one of its plans.
  func compiledPlan(of document: PlanDocument, purpose: String) throws -> (CompiledPlan, Selection) {
    guard portfolio.policy.priorities.levels.isEmpty else {
      throw UnusableInput(problems: [
        "\(purpose) are sought only where all rules count together: `priorities: weights`."
      ])
    }
    guard case .plan(let compiled) = try CompiledOutcome(portfolio), let selection = compiled.selection(of: document)
    else {
      throw UnusableInput(problems: ["The plan is not one of these inputs."])
    }
    return (compiled, selection)
  }
}
