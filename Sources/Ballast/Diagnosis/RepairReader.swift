import Compilation
import Explanation
import GLPKBackend
import PlanDocument
import Portfolio
import Solving
import Workspace

/// Finds the cheapest repair, applies it and plans what comes of it.
struct RepairReader {
  let lifted: LiftedPlan
  let places: RulePlaces
  let edits: PortfolioEdits
  let request: PlanRequest

  private static let gapOfTrial = 0.05

  struct Found {
    var document: RepairDocument
    var repaired: Portfolio
    var edits: [WorkspaceEdit]
  }

  /// `nil` where no edit helps or none was found in time.
  func repair(_ clock: DiagnosisClock) throws -> Found? {
    let finder = RepairFinder(lifted)
    let limits = SolveLimits(
      timeLimit: clock.left(share: 0.4), workLimit: request.workLimit, gap: 0, certified: true, seed: request.seed)
    let repair = try finder.repair(
      backend: GLPKBackend(), limits: limits, interruption: clock.interruption.token,
      certify: ConflictReader.certified)
    guard let repair else { return nil }
    let repaired = RepairEdits(lifted).repaired(by: repair)
    var document = RepairDocument(
      steps: repair.steps.map(step), price: PointsValue(micropoints: repair.price),
      bound: PointsValue(micropoints: repair.bound), isVerified: false)
    var trial = request
    // Whether there is a plan is asked, not for the best.
    (trial.timeLimit, trial.gap) = (clock.left(share: 0.7), max(request.gap, RepairReader.gapOfTrial))
    if case .planned(let plan, _) = try Planner(repaired).plan(trial, interruption: clock.interruption) {
      (document.isVerified, document.objective) = (true, plan.objective)
    }
    return Found(document: document, repaired: repaired, edits: edits.edits(from: lifted.portfolio, to: repaired))
  }

  private func step(_ step: Repair.Step) -> RepairDocument.Step {
    let wording = DiagnosisWording(portfolio: lifted.portfolio, periodLabels: ConflictReader.labels(of: lifted))
    let alone = RepairEdits(lifted).repaired(by: Repair(steps: [step], price: step.price, bound: 0))
    let texts = edits.edits(from: lifted.portfolio, to: alone).map(\.text)
    var document = RepairDocument.Step(
      rule: step.instance.rule.rawValue, message: wording.step(step),
      edit: texts.isEmpty ? "take the answer out of the decisions" : texts.joined(separator: "; "),
      price: PointsValue(micropoints: step.price))
    document.place = places.place(of: step.instance)
    return document
  }
}
