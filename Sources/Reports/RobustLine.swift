import PlanDocument

/// What a plan stands, in one sentence; `nil` where it was not made to stand anything.
enum RobustLine {
  static func text(_ context: ReportContext) -> String? {
    guard let robust = context.document.robust else { return nil }
    let accounts = NumberText.plural(robust.accounts, "account", "accounts")
    let start = "Stands surprises: any \(accounts) of each CSM may need the high effort at once"
    guard let closest = robust.margins.first else { return start + "." }
    return """
      \(start). Closest to the limit then: \(context.csmName(closest.csm)), \(context.label(period: closest.period)), \
      \(NumberText.hours(minutes: closest.minutes)) of \(NumberText.hours(minutes: closest.limit)). \
      The bound is about all plans, robust or not.
      """
  }
}
