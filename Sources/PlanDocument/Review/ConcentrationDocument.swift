/// How the ARR is spread over the values of a dimension.
public struct ConcentrationDocument: Sendable, Hashable, Codable {
  public struct Share: Sendable, Hashable, Codable {
    public var value: String
    public var accounts: Int
    public var arr: Int64
    /// In tenths of a percent of the ARR of the portfolio.
    public var permille: Int64
    /// The same at the time of the earlier workspace or plan; absent without one.
    public var previousPermille: Int64?
    public init(value: String, accounts: Int, arr: Int64, permille: Int64, previousPermille: Int64? = nil) {
      self.value = value
      self.accounts = accounts
      self.arr = arr
      self.permille = permille
      self.previousPermille = previousPermille
    }
  }

  public var dimension: ReviewSegment.Dimension
  /// By ARR, descending; of accounts the ten largest.
  public var shares: [Share]
  /// 0 to 10,000.
  public var herfindahl: Int64
  public var previousHerfindahl: Int64?
  /// In percent; absent: no limit.
  public var limitPercent: Int64?

  public init(
    dimension: ReviewSegment.Dimension, shares: [Share], herfindahl: Int64, previousHerfindahl: Int64? = nil,
    limitPercent: Int64?
  ) {
    self.dimension = dimension
    self.shares = shares
    self.herfindahl = herfindahl
    self.previousHerfindahl = previousHerfindahl
    self.limitPercent = limitPercent
  }
}
