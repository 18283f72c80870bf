public import PlanDocument

/// The files of a study of resilience.
public struct ResilienceFiles: Sendable {
  private let document: ResilienceDocument

  public init(_ document: ResilienceDocument) { self.document = document }

  public func files() throws -> [PlanFiles.File] {
    let json = Array(try DocumentJSON.encoded(document))
    return [
      PlanFiles.File("resilience.html") { [document] in Array(ResiliencePage(document).render().utf8) },
      PlanFiles.File("resilience.json") { json },
      PlanFiles.File("resilience.csv") { [document] in ResilienceCSV(document: document).bytes },
    ]
  }
}
