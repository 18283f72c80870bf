public struct CSMExplanation: Sendable, Hashable, Codable {
  public var csm: String
  public var summary: String
  public init(csm: String, summary: String) {
    self.csm = csm
    self.summary = summary
  }
}
