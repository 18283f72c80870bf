public import Portfolio

/// What happens when people leave: the content of `resilience.json`, schema `ballast.resilience/1`.
public struct ResilienceDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.resilience/1"

  public var schema: String = ResilienceDocument.currentSchema
  public var currency: String
  public var asOf: CalendarDate
  /// Of everybody who leaves.
  public var lastDay: CalendarDate
  /// The plan in which nobody leaves.
  public var base: ResilienceFacts
  /// One resignation each, then pairs; what costs most first.
  public var departures: [ResilienceDeparture]
  /// What was tried to soften the worst ones, what saves most first.
  public var remedies: [ResilienceRemedy]
  /// Resignations, pairs and remedies that were not tried because the run was stopped.
  public var left: Int
  /// Pairs within teams that there are, where pairs were asked for; only the most costly ones may have been tried.
  public var pairs: Int?

  public init(
    currency: String, asOf: CalendarDate, lastDay: CalendarDate, base: ResilienceFacts,
    departures: [ResilienceDeparture] = [], remedies: [ResilienceRemedy] = [], left: Int = 0, pairs: Int? = nil
  ) {
    self.currency = currency
    self.asOf = asOf
    self.lastDay = lastDay
    self.base = base
    self.departures = departures
    self.remedies = remedies
    self.left = left
    self.pairs = pairs
  }
}
