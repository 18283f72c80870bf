public import PlanDocument

/// The files of a comparison.
public struct ComparisonFiles: Sendable {
  private let document: ComparisonDocument

  public init(_ document: ComparisonDocument) { self.document = document }

  public func files() throws -> [PlanFiles.File] {
    let json = Array(try DocumentJSON.encoded(document))
    return [
      PlanFiles.File("comparison.html") { [document] in Array(ComparisonPage(document).render().utf8) },
      PlanFiles.File("comparison.json") { json },
      PlanFiles.File("comparison.csv") { [document] in ComparisonCSV(document).bytes },
    ]
  }
}
