public import PlanDocument

/// `decisions-blank.csv`: every proposed move, with room for an answer. Filled in, it is what `--decisions` reads.
public struct DecisionsCSV: Sendable {
  private let document: PlanDocument

  public init(_ document: PlanDocument) { self.document = document }

  public func render() -> [UInt8] {
    let context = ReportContext(document)
    var table = CSVTable(header: [
      "account_id", "account_name", "from", "proposed_move", "proposed_csm_id", "proposed_start", "decision", "csm_id",
      "until", "reason", "by",
    ])
    for handoff in context.handoffs {
      table.append([
        .text(handoff.account), .text(context.account(handoff.account)?.name), .text(handoff.from),
        .text(handoff.kind.rawValue), .text(handoff.to), .date(handoff.start), .empty, .empty, .empty, .empty, .empty,
      ])
    }
    return table.bytes
  }
}
