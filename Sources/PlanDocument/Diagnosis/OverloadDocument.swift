/// The least time above the soft limit that some people have in any plan, whatever it costs elsewhere.
public struct OverloadDocument: Sendable, Hashable, Codable {
  public enum Span: String, Sendable, Hashable, Codable {
    /// All periods together.
    case horizon
    /// A month after the horizon.
    case after
  }

  public var span: Span
  /// A team, the id of a CSM, or `everybody`.
  public var group: String
  public var csms: [String]
  /// Minutes above the soft limit if nothing moves, at least in any plan (certified), and in the
  /// best plan found for them.
  public var today: Int64
  public var atLeast: Int64
  public var atMost: Int64?
  public var message: String

  public init(
    span: Span, group: String, csms: [String], today: Int64, atLeast: Int64, atMost: Int64?, message: String
  ) {
    self.span = span
    self.group = group
    self.csms = csms
    self.today = today
    self.atLeast = atLeast
    self.atMost = atMost
    self.message = message
  }
}
