public import PlanDocument
public import Portfolio

/// Everything a plan writes besides `plan.json`, by name relative to the output folder. The bytes are made when
/// they are asked for, one file at a time.
public struct PlanFiles: Sendable {
  public struct File: Sendable {
    public let name: String
    private let producer: @Sendable () -> [UInt8]

    init(_ name: String, _ producer: @escaping @Sendable () -> [UInt8]) {
      self.name = name
      self.producer = producer
    }

    public func bytes() -> [UInt8] { producer() }
  }

  public let files: [File]

  /// What the lead gets: the reports, a pack for everybody involved, and, with an export policy, files for the CRM.
  public init(_ document: PlanDocument, export: ExportPolicy? = ExportPolicy()) {
    files =
      PlanFiles.reports(document, for: .lead, folder: "") + PlanFiles.packs(document)
      + (export.map { CRMLoad(document, export: $0).days() } ?? []).flatMap { day in
        [File(day.loadName) { day.load }, File(day.rollbackName) { day.rollback }]
      }
  }

  static func reports(_ document: PlanDocument, for audience: Audience, folder: String) -> [File] {
    [
      File("\(folder)report.html") { Array(HTMLReport(document, for: audience).render().utf8) },
      File("\(folder)report.md") { Array(MarkdownReport(document, for: audience).render().utf8) },
      File("\(folder)assignments.csv") { AssignmentsCSV(document).render() },
      File("\(folder)handoffs.csv") { HandoffsCSV(document).render() },
      File("\(folder)decisions-blank.csv") { DecisionsCSV(document).render() },
      File("\(folder)handoff-packs.md") {
        HandoffPackFile(context: ReportContext(document, for: audience)).rendered
      },
      File("\(folder)handoffs.ics") { HandoffCalendar(document).render() },
    ]
  }

  /// One file for each CSM who gives or receives, made of what that CSM may see: it can be sent as it is.
  private static func packs(_ document: PlanDocument) -> [File] {
    let involved = Set(document.handoffs.flatMap { [$0.to, $0.from].compactMap { $0 } }).sorted()
    guard !involved.isEmpty else { return [] }
    let reducer = AudienceReducer(document)
    return involved.map { csm in
      File("handoffs/\(SafeName.of(csm, prefix: "csm-")).md") {
        let context = ReportContext(reducer.plan(for: .csm(csm)), for: .csm(csm))
        return HandoffPackFile(context: context).rendered(for: csm)
      }
    }
  }
}
