public import Portfolio

/// Hours that the coming year asks for, by CSM and quarter. Minutes are of the whole quarter.
public struct ForecastDocument: Sendable, Hashable, Codable {
  public enum Source: String, Sendable, Hashable, Codable {
    /// Coefficients fitted to the activity log.
    case calibration
    /// Efforts that are given, else estimates of the policy; `high` is what high efforts would ask for.
    case policy
  }

  public struct Quarter: Sendable, Hashable, Codable {
    public var from: CalendarDate
    /// The last day.
    public var to: CalendarDate
    public init(from: CalendarDate, to: CalendarDate) {
      self.from = from
      self.to = to
    }
  }

  public struct Amount: Sendable, Hashable, Codable {
    /// All of it.
    public var minutes: Int64 = 0
    /// 90 % range of the coefficients; what happens to single accounts is not in it. Without a calibration only `high`: if
    /// every account took its high effort.
    public var low: Int64?
    public var high: Int64?
    /// Parts of `minutes`; the rest is steady work.
    public var renewals: Int64 = 0
    public var onboarding: Int64 = 0
    public var growth: Int64 = 0
    /// Full capacity on the days the CSM is there, without ramp; absent for accounts without a CSM.
    public var capacity: Int64?
    /// Renewals due, and onboardings that end.
    public var renewalsDue = 0
    public var onboardingEnds = 0
    public init() {}
  }

  public struct Row: Sendable, Hashable, Codable {
    /// Absent: accounts without a CSM.
    public var csm: String?
    public var quarters: [Amount]
    public init(csm: String?, quarters: [Amount]) {
      self.csm = csm
      self.quarters = quarters
    }
  }

  public var source: Source
  /// What work is assumed to grow by in a year.
  public var growthPercent: Int64
  /// Four, each of three months, from the first day of the review.
  public var quarters: [Quarter]
  public var total: [Amount]
  /// By id, accounts without a CSM last.
  public var rows: [Row]

  public init(source: Source, growthPercent: Int64, quarters: [Quarter], total: [Amount], rows: [Row]) {
    self.source = source
    self.growthPercent = growthPercent
    self.quarters = quarters
    self.total = total
    self.rows = rows
  }
}
