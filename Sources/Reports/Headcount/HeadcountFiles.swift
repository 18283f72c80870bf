public import PlanDocument

/// The files of a question for hires.
public struct HeadcountFiles: Sendable {
  /// The scenario with the hires; whoever plans it has written it.
  public static let scenario = "hires.yaml"

  private let document: HeadcountDocument

  public init(_ document: HeadcountDocument) { self.document = document }

  public func files() throws -> [PlanFiles.File] {
    let json = Array(try DocumentJSON.encoded(document))
    return [PlanFiles.File("headcount.json") { json }]
  }
}
