public import Ballast
public import PlanDocument
public import Portfolio
public import Workspace

/// One question of a comparison: a workspace, with or without a scenario laid over it.
public struct ScenarioCase: Sendable {
  /// Names its folder of results; unique among the cases of a run.
  public let id: String
  public let name: String
  public let why: String?
  public let changes: [String]
  public let export: ExportPolicy
  let planner: Planner

  /// `nil` when the workspace holds errors.
  public init?(_ workspace: LoadedWorkspace, id: String) {
    guard let planner = Planner(workspace) else { return nil }
    self.planner = planner
    export = workspace.portfolio?.policy.export ?? ExportPolicy()
    self.id = id
    name = workspace.scenario?.name ?? "As it is"
    why = workspace.scenario?.why
    changes = workspace.scenario?.changes ?? []
  }

  /// The case with what came of it, for a comparison.
  public func compared(_ outcome: PlanOutcome, plan path: String, facts: (PlanDocument) -> ComparedPlan.Facts)
    -> ComparedPlan
  {
    var result = ComparedPlan(name: name, why: why, changes: changes, status: .planned)
    switch outcome {
    case .planned(let document, _):
      result.plan = path
      result.facts = facts(document)
    case .conflict(let reasons):
      result.status = .conflict
      result.reasons = reasons
    case .noPlan(let reason):
      result.status = .noPlan
      result.reasons = ["The search ended without a plan (\(reason.rawValue))."]
    case .rejected(let problems):
      result.status = .noPlan
      result.reasons = ["The plan failed its independent verification and is withheld."] + problems.prefix(5)
    }
    return result
  }
}
