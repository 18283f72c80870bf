/// Cost and loads of a plan as far as they say how well a team stands; loads are those of the people who remain.
public struct ResilienceFacts: Sendable, Hashable, Codable {
  public var objective: PointsValue
  public var certifiedBound: PointsValue?
  public var certifiedGap: Double?
  public var unassigned: Int
  /// Minutes above the band and above the hard limit, added up over the periods of the horizon.
  public var minutesAboveBand: Int64
  public var minutesAboveHard: Int64
  /// The same in a steady month, and how many people are above their band in it.
  public var steadyMinutesAboveBand: Int64
  public var steadyMinutesAboveHard: Int64
  public var steadyAboveBand: Int
  /// Days from the first day of the plan to the first period from which on nobody is above the band; `nil`: somebody is
  /// to the end.
  public var daysUntilInside: Int?
  /// The label of that period; `nil` for the steady state after the horizon, too.
  public var insideFrom: String?
  public var seconds: Double

  public init(
    objective: PointsValue, certifiedBound: PointsValue?, certifiedGap: Double?, unassigned: Int,
    minutesAboveBand: Int64, minutesAboveHard: Int64, steadyMinutesAboveBand: Int64, steadyMinutesAboveHard: Int64,
    steadyAboveBand: Int, daysUntilInside: Int?, insideFrom: String?, seconds: Double
  ) {
    self.objective = objective
    self.certifiedBound = certifiedBound
    self.certifiedGap = certifiedGap
    self.unassigned = unassigned
    self.minutesAboveBand = minutesAboveBand
    self.minutesAboveHard = minutesAboveHard
    self.steadyMinutesAboveBand = steadyMinutesAboveBand
    self.steadyMinutesAboveHard = steadyMinutesAboveHard
    self.steadyAboveBand = steadyAboveBand
    self.daysUntilInside = daysUntilInside
    self.insideFrom = insideFrom
    self.seconds = seconds
  }
}
