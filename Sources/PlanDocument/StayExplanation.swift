public struct StayExplanation: Sendable, Hashable, Codable {
  public var account: String
  public var csm: String
  public var summary: String
  public var alternatives: [Alternative]
  public init(account: String, csm: String, summary: String, alternatives: [Alternative]) {
    self.account = account
    self.csm = csm
    self.summary = summary
    self.alternatives = alternatives
  }
}
