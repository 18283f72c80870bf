/// An undated condition under which an account keeps its incumbent. All conditions given must hold.
public struct LockRule: Sendable, Hashable {
  public var id: String
  public var reason: String
  public var atRisk: Bool?
  public var escalationOpen: Bool?
  /// `true`: the account carries a lock reason of its own, which is then the reason shown.
  public var hasLockReason: Bool?
  public var tiers: [String]?
  public var regions: [String]?
  public var lifecycles: [Account.Lifecycle]?
  public var csmIDs: [String]?
  public var accountIDs: [String]?
  public var arrAtLeast: Money?
  /// `nil`: a move is banned; otherwise charged.
  public var price: Points?

  public init(id: String, reason: String) {
    self.id = id
    self.reason = reason
  }

  public static let defaults: [LockRule] = {
    var own = LockRule(id: "lock-reason", reason: "Locked by a person")
    own.hasLockReason = true
    var escalation = LockRule(id: "open-escalation", reason: "Escalation open")
    escalation.escalationOpen = true
    return [own, escalation]
  }()
}
