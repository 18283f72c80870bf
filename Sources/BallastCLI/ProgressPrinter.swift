import Ballast

/// One line on the terminal that is rewritten: time, phase, best plan, bound, gap.
struct ProgressPrinter: Sendable {
  let isEnabled: Bool

  func show(_ progress: PlanProgress) {
    guard isEnabled else { return }
    Console().message("\r\u{1B}[2K\(ProgressPrinter.line(progress))")
  }

  func clear() {
    if isEnabled { Console().message("\r\u{1B}[2K") }
  }

  static func line(_ progress: PlanProgress) -> String {
    let seconds = (progress.seconds * 10).rounded() / 10
    let plan = progress.objective.map { "plan \(hours($0))" } ?? "no plan yet"
    let bound = progress.bound.map { "bound \(hours($0))" } ?? "no bound yet"
    let gap = progress.gap.map { "gap \(($0 * 100_000).rounded() / 1000) %" } ?? ""
    return "\(seconds) s  \(progress.phase)  \(plan)  \(bound)  \(gap)"
  }

  /// Objectives are shown in hours of CSM time.
  private static func hours(_ micropoints: Int64) -> String {
    "\((Double(micropoints) / 6_000_000).rounded() / 10) h"
  }
}
