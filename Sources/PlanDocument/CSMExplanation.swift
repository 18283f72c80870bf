public struct CSMExplanation: Sendable, Hashable, Codable {
  public var csm: String
  public var summary: String
  /// `nil` in plans of versions that did not count it.
  public var exchange: BookExchange?

  public init(csm: String, summary: String, exchange: BookExchange? = nil) {
    self.csm = csm
    self.summary = summary
    self.exchange = exchange
  }
}
