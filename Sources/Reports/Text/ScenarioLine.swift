import PlanDocument

/// That a plan answers a question, and is not the plan: said first wherever it is shown.
enum ScenarioLine {
  /// `nil` for a plan of the workspace as it is. Only the lead reads what is asked: it may be about somebody else.
  static func text(_ context: ReportContext) -> String? {
    guard let scenario = context.document.scenario else { return nil }
    guard context.audience == .lead else { return "What if: this answers a question; nothing of it is decided." }
    return "What if: \(scenario.name)." + (scenario.why.map { " \($0)" } ?? "")
  }
}
