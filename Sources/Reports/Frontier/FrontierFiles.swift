public import PlanDocument

/// The files of a frontier.
public struct FrontierFiles: Sendable {
  private let document: FrontierDocument

  public init(_ document: FrontierDocument) { self.document = document }

  public func files() throws -> [PlanFiles.File] {
    let json = Array(try DocumentJSON.encoded(document))
    return [
      PlanFiles.File("frontier.html") { [document] in Array(FrontierPage(document).render().utf8) },
      PlanFiles.File("frontier.json") { json },
    ]
  }
}
