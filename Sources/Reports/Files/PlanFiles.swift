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

  public init(_ document: PlanDocument, export: ExportPolicy = ExportPolicy()) {
    files =
      [
        File("report.html") { Array(HTMLReport(document).render().utf8) },
        File("report.md") { Array(MarkdownReport(document).render().utf8) },
        File("assignments.csv") { AssignmentsCSV(document).render() },
        File("handoffs.csv") { HandoffsCSV(document).render() },
        File("decisions-blank.csv") { DecisionsCSV(document).render() },
      ]
      + CRMLoad(document, export: export).days().flatMap { day in
        [File(day.loadName) { day.load }, File(day.rollbackName) { day.rollback }]
      }
  }
}
