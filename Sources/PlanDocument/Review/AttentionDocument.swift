/// Hours given against hours called for.
public struct AttentionDocument: Sendable, Hashable, Codable {
  /// Where the hours given come from.
  public enum Source: String, Sendable, Hashable, Codable {
    /// `activity.csv`: time that was spent.
    case activity
    /// The steady effort of a plan.
    case plan
    /// `effort_hours` of `accounts.csv`: time that is meant to be spent.
    case effort
  }

  public struct Row: Sendable, Hashable, Codable {
    public var segment: ReviewSegment
    public var tally: ReviewTally
    /// Share of the hours given that would have to go elsewhere, in tenths of a percent; absent without hours.
    public var noisePermille: Int64?
    public var underServed: Int
    public var overServed: Int
    public init(segment: ReviewSegment, tally: ReviewTally, noisePermille: Int64?, underServed: Int, overServed: Int) {
      self.segment = segment
      self.tally = tally
      self.noisePermille = noisePermille
      self.underServed = underServed
      self.overServed = overServed
    }
  }

  public var source: Source
  /// Of all accounts.
  public var noisePermille: Int64?
  /// By posture, tier and CSM.
  public var rows: [Row]

  public init(source: Source, noisePermille: Int64?, rows: [Row]) {
    self.source = source
    self.noisePermille = noisePermille
    self.rows = rows
  }
}
