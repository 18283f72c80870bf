public import Portfolio

/// What is known of a finding from earlier runs of `ballast watch`.
public struct FindingHistory: Sendable, Hashable, Codable {
  /// The day as of which it was found first, without a break since.
  public var firstSeen: CalendarDate
  /// The number that later runs are compared with, see `FindingMeasure`; `nil`: there is none that can get worse.
  @ExplicitNull public var reference: Int64?
  public var decision: FindingDecision?

  public init(firstSeen: CalendarDate, reference: Int64?, decision: FindingDecision? = nil) {
    self.firstSeen = firstSeen
    self.reference = reference
    self.decision = decision
  }
}
