/// Hours that are missing in a period in every plan.
public struct HoursShortageDocument: Sendable, Hashable, Codable {
  public struct Need: Sendable, Hashable, Codable {
    public var region: String
    public var domains: [String]
    public var tier: String
    public var accounts: Int
    public var minutes: Int64

    public init(region: String, domains: [String], tier: String, accounts: Int, minutes: Int64) {
      self.region = region
      self.domains = domains
      self.tier = tier
      self.accounts = accounts
      self.minutes = minutes
    }
  }

  /// The number of periods stands for the time after the horizon, by the month.
  public var period: Int
  public var label: String
  public var needs: [Need]
  /// Everybody who may serve any of these accounts.
  public var csms: [String]
  /// `missing` is `needed - available`: an exact lower bound on the minutes above somebody's hard limit, or of accounts
  /// without a CSM.
  public var needed: Int64
  public var available: Int64
  public var missing: Int64
  public var message: String

  public init(
    period: Int, label: String, needs: [Need], csms: [String], needed: Int64, available: Int64, message: String
  ) {
    self.period = period
    self.label = label
    self.needs = needs
    self.csms = csms
    self.needed = needed
    self.available = available
    missing = needed - available
    self.message = message
  }
}
