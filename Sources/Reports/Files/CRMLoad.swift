public import PlanDocument
public import Portfolio

/// What a data loader writes into the CRM on one day, and what undoes it. One pair of files per effective date,
/// because a loader ignores effective dates. Covers are left out: the incumbent stays responsible.
public struct CRMLoad: Sendable {
  public struct Day: Sendable, Hashable {
    public let date: CalendarDate
    public let load: [UInt8]
    public let rollback: [UInt8]
    public var loadName: String { "crm-load-\(date).csv" }
    public var rollbackName: String { "crm-rollback-\(date).csv" }
  }

  private let document: PlanDocument
  private let export: ExportPolicy

  public init(_ document: PlanDocument, export: ExportPolicy = ExportPolicy()) {
    self.document = document
    self.export = export
  }

  /// In order of date.
  public func days() -> [Day] {
    let due = ReportContext(document).handoffs.filter { $0.kind != .cover }
    return Dictionary(grouping: due, by: \.effective).sorted { $0.key < $1.key }.map { date, handoffs in
      Day(
        date: date, load: file(handoffs.map { ($0.account, $0.to) }),
        rollback: file(handoffs.map { ($0.account, $0.from) }))
    }
  }

  private func file(_ rows: [(account: String, csm: String?)]) -> [UInt8] {
    var table = CSVTable(header: [export.idField, export.csmField])
    for row in rows { table.append([.text(row.account), .text(row.csm)]) }
    return table.bytes
  }
}
