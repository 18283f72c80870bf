public import Portfolio

/// The facts about an account that a report shows.
public struct AccountDocument: Sendable, Hashable, Codable {
  public var account: String
  public var name: String?
  public var tier: String
  public var region: String
  public var domains: [String]
  public var arr: Int64?
  public var health: Int?
  public var atRisk: Bool
  /// Steady minutes per month.
  public var effort: Int64
  /// `true`: estimated by Ballast.
  public var estimated: Bool
  public var renewalDate: CalendarDate?
  /// `nil` where nothing is known.
  public var situation: AccountSituation?

  public init(
    account: String, name: String?, tier: String, region: String, domains: [String], arr: Int64?, health: Int?,
    atRisk: Bool, effort: Int64, estimated: Bool, renewalDate: CalendarDate?
  ) {
    self.account = account
    self.name = name
    self.tier = tier
    self.region = region
    self.domains = domains
    self.arr = arr
    self.health = health
    self.atRisk = atRisk
    self.effort = effort
    self.estimated = estimated
    self.renewalDate = renewalDate
  }
}
