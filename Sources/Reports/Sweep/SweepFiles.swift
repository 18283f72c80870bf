public import PlanDocument

/// The files of a sweep.
public struct SweepFiles: Sendable {
  private let document: SweepDocument

  public init(_ document: SweepDocument) { self.document = document }

  public func files() throws -> [PlanFiles.File] {
    let json = Array(try DocumentJSON.encoded(document))
    return [
      PlanFiles.File("sweep.html") { [document] in Array(SweepPage(document).render().utf8) },
      PlanFiles.File("sweep.json") { json },
      PlanFiles.File("sweep.csv") { [document] in SweepCSV(document).bytes },
    ]
  }
}
