/// Demand that nobody on the team can serve.
public struct ShortageDocument: Sendable, Hashable, Codable {
  /// region, tier, domain, language.
  public var kind: String
  public var value: String
  public var accounts: Int
  /// Minutes per month.
  public var minutes: Int64
  public var message: String
  public init(kind: String, value: String, accounts: Int, minutes: Int64, message: String) {
    self.kind = kind
    self.value = value
    self.accounts = accounts
    self.minutes = minutes
    self.message = message
  }
}
