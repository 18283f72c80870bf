/// An account and a CSM, with the reason a person gave.
public struct Pairing: Sendable, Hashable {
  public var accountID: String
  public var csmID: String
  public var reason: String?
  public init(accountID: String, csmID: String, reason: String? = nil) {
    self.accountID = accountID
    self.csmID = csmID
    self.reason = reason
  }
}
