/// The hours of a CSM that are otherwise than in the plan.
public struct LoadChange: Sendable, Hashable, Codable {
  /// A period in which they change; the one after the last is the steady state, per month.
  public struct Period: Sendable, Hashable, Codable {
    public var period: Int
    /// Minutes under the plan and under the question.
    public var before: Int64
    public var after: Int64
    public init(period: Int, before: Int64, after: Int64) {
      self.period = period
      self.before = before
      self.after = after
    }
    public var change: Int64 { after - before }
  }

  public var csm: String
  /// Ascending.
  public var periods: [Period]

  public init(csm: String, periods: [Period]) {
    self.csm = csm
    self.periods = periods
  }
}
