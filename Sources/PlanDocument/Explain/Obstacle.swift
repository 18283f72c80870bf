/// Why there is no plan as it was asked for.
public struct Obstacle: Sendable, Hashable, Codable {
  /// `nil` where several rules are in the message.
  public var rule: String?
  public var message: String
  public var account: String?
  public var csm: String?
  public var periods: [Int]
  /// `true` where nothing has to be believed: a ban of the policy, or sums in exact integers.
  public var proven: Bool
  /// What `ballast explain --lift` would lift it, if anything.
  public var lift: String?

  public init(
    rule: String?, message: String, account: String? = nil, csm: String? = nil, periods: [Int] = [],
    proven: Bool = true, lift: String? = nil
  ) {
    self.rule = rule
    self.message = message
    self.account = account
    self.csm = csm
    self.periods = periods
    self.proven = proven
    self.lift = lift
  }
}
