public import PlanDocument

/// `handoffs.csv`: every change of hands with its dates and its reason, in order of effective date.
public struct HandoffsCSV: Sendable {
  private let document: PlanDocument

  public init(_ document: PlanDocument) { self.document = document }

  public func render() -> [UInt8] {
    var table = CSVTable(header: [
      "account", "from", "to", "moment", "announce", "overlap_start", "introduction", "effective_date",
      "overlap_end", "reason_code", "reason", "runner_up", "runner_up_extra_hours",
    ])
    for handoff in ReportContext(document).handoffs {
      table.append([
        .text(handoff.account), .text(handoff.from), .text(handoff.to), .text(handoff.moment),
        .date(handoff.announce), .date(handoff.start), .date(handoff.introduction), .date(handoff.effective),
        .date(handoff.overlapEnd), .text(handoff.reasonCode), .text(handoff.reason), .text(handoff.runnerUp),
        handoff.runnerUpExtra.map { .number(NumberText.exactHours($0)) } ?? .empty,
      ])
    }
    return table.bytes
  }
}
