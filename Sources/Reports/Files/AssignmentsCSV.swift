public import PlanDocument

/// `assignments.csv`: who looks after each account at the end of the horizon, one row per account.
public struct AssignmentsCSV: Sendable {
  private let document: PlanDocument

  public init(_ document: PlanDocument) { self.document = document }

  public func render() -> [UInt8] {
    let context = ReportContext(document)
    var table = CSVTable(header: [
      "account", "account_name", "decision", "csm", "csm_name", "previous_csm", "cover", "moment", "start",
      "effective_date", "tier", "region", "arr", "effort_hours", "effort_estimated",
    ])
    for assignment in document.assignments {
      let account = context.account(assignment.account)
      let minutes = account.map { PointsValue(micropoints: $0.effort * 1_000_000) }
      table.append([
        .text(assignment.account), .text(account?.name), .text(assignment.kind.rawValue),
        .text(assignment.csm),
        .text(assignment.csm.flatMap { context.book($0)?.name }), .text(assignment.previous),
        .text(assignment.cover), .text(assignment.moment), .date(assignment.start),
        .date(assignment.effective),
        .text(account?.tier), .text(account?.region), .number(account?.arr),
        minutes.map { .number(NumberText.exactHours($0)) } ?? .empty,
        .text(account.map { $0.estimated ? "yes" : "no" }),
      ])
    }
    return table.bytes
  }
}
