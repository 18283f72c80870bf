public struct BindingLimit: Sendable, Hashable, Codable {
  public var rule: String
  public var resource: String
  public var message: String
  public init(rule: String, resource: String, message: String) {
    self.rule = rule
    self.resource = resource
    self.message = message
  }
}
