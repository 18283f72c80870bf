public import Portfolio

/// What a review knows of an account. A field that is absent is not known.
public struct ReviewedAccount: Sendable, Hashable, Codable {
  public enum Silence: String, Sendable, Hashable, Codable { case healthy, leaving, unknown }

  public var account: String
  public var name: String?
  public var tier: String
  public var region: String
  public var csm: String?
  public var arr: Int64?
  public var potential: Int64?
  /// Absent: unmapped, because value or potential is not known.
  public var posture: Posture?
  /// `true` or absent: ARR in the middle of the portfolio.
  public var isMiddle: Bool?
  public var relationship: String?
  public var stage: String?
  public var nextGoal: String?
  public var goalDue: CalendarDate?
  public var health: Int?
  public var renewalDate: CalendarDate?
  public var lastTouch: CalendarDate?
  public var cadenceDays: Int
  /// Set where the account is silent: how the silence is read.
  public var silence: Silence?
  /// Percent a year; with an unknown health it is only a lower bound, and `isChurnAtLeast` says so.
  public var churnPercent: Int64
  public var isChurnAtLeast: Bool?
  /// Expected ARR lost within a year.
  public var valueAtRisk: Int64?
  public var lifetimeValue: Int64?
  /// Minutes a month.
  public var minutesGiven: Int64?
  public var minutesCalled: Int64
  /// Yearly cost of service, and ARR less that.
  public var serviceCost: Int64
  public var profit: Int64?
  /// `true` or absent: the cost is that of the hours called for, because the hours given are not known.
  public var isCostEstimated: Bool?

  public init(
    account: String, tier: String, region: String, cadenceDays: Int, churnPercent: Int64, minutesCalled: Int64,
    serviceCost: Int64
  ) {
    self.account = account
    self.tier = tier
    self.region = region
    self.cadenceDays = cadenceDays
    self.churnPercent = churnPercent
    self.minutesCalled = minutesCalled
    self.serviceCost = serviceCost
  }
}
