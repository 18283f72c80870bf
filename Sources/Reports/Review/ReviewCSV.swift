import PlanDocument
import Portfolio

/// One list of a review: a row per finding, with everything that is known of its account.
struct ReviewCSV {
  let context: ReviewContext
  let kinds: [ReviewFinding.Kind]

  func render() -> [UInt8] {
    let words = ReviewWords(context: context)
    var table = CSVTable(header: [
      "id", "kind", "cause", "account_id", "account_name", "segment", "csm_id", "says", "action", "owner", "due",
      "until",
      "handoff", "arr", "potential", "posture", "health", "churn_percent", "value_at_risk", "lifetime_value", "profit",
      "hours_given", "hours_called_for", "last_touch", "renewal_date",
    ])
    for finding in kinds.flatMap(context.findings) {
      let account = context.account(finding)
      let segment = finding.segment.map { "\(ReviewWords.dimension($0.dimension)): \($0.value)" }
      table.append(
        [
          .text(finding.id), .text(finding.kind.rawValue), .text(finding.cause), .text(finding.account),
          .text(account?.name), .text(segment), .text(account?.csm), .text(words.cause(finding)),
          .text(ReviewWords.action(finding.action)), .text(finding.owner), .date(finding.due), .date(finding.until),
          .text(finding.handoff.rawValue),
        ] + cells(account))
    }
    return table.bytes
  }

  /// A probability that is only a lower bound stays out: a column cannot say so.
  private func cells(_ account: ReviewedAccount?) -> [CSVTable.Cell] {
    let isExact = account?.isChurnAtLeast != true
    return [
      .number(account?.arr), .number(account?.potential), .text(account?.posture?.rawValue),
      .number(account?.health.map(Int64.init)), .number(isExact ? account?.churnPercent : nil),
      .number(isExact ? account?.valueAtRisk : nil), .number(account?.lifetimeValue),
      .number(account?.isCostEstimated == true ? nil : account?.profit), ReviewCSV.hours(account?.minutesGiven),
      ReviewCSV.hours(account?.minutesCalled), .date(account?.lastTouch), .date(account?.renewalDate),
    ]
  }

  static func hours(_ minutes: Int64?) -> CSVTable.Cell {
    minutes.map { .number(NumberText.exactHours(PointsValue(micropoints: $0 * 1_000_000))) } ?? .empty
  }
}
