import Compilation
import GLPKBackend
import OptionModel
import Solving

/// Sets the days inside the periods that a plan has chosen.
struct DaySetter {
  /// Beyond this the periods' own days stay: the plan is compiled once more with its days, which takes its memory again.
  static let mostOptions = 1_000_000
  /// Of the limits of the plan: a tenth of the work, a twentieth of the time, so that all together ends in time.
  private static let (shareOfWork, shareOfTime) = (10, 20)

  let compiled: CompiledPlan
  let request: PlanRequest

  /// The plan with its days, and the same selection; `nil` where there is nothing to choose.
  func dated(_ selection: Selection, _ interruption: PlanInterruption) throws -> CompiledPlan? {
    guard compiled.model.optionCount <= DaySetter.mostOptions else { return nil }
    let days = try compiled.dayModel(of: selection)
    guard days.hasChoices else { return nil }
    let limits = SolveLimits(
      timeLimit: request.timeLimit.map { max(.milliseconds(200), min(.seconds(5), $0 / DaySetter.shareOfTime)) },
      workLimit: request.workLimit.map { max(1, $0 / Int64(DaySetter.shareOfWork)) }, gap: 0.001, seed: request.seed)
    let result = try Solver(backend: GLPKBackend()).solve(
      days.model, limits: limits, start: days.start, interruption: interruption.token)
    return try days.dated(result.selection ?? days.start)
  }
}
