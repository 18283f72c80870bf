/// A change of CSM costs 13-18 % of the customer's yearly spend when it goes wrong (practitioners); no figure per
/// tier is published: these are ours, in minutes of rebuilding.
public struct ContinuityPolicy: Sendable, Hashable {
  public var price = PerTier(
    Points(180),
    ["strategic": Points(720), "enterprise": Points(360), "mid-market": Points(180), "small": Points(60)])
  /// Added per full year with the incumbent, up to `maximumTenureYears`.
  public var percentPerYear: Percent = 10
  public var maximumTenureYears = 5
  /// Added when health is below `effort.lowHealth` or the relationship is at risk.
  public var atRiskPercent: Percent = 50
  /// Added per change of CSM in the last 12 months.
  public var percentPerChange: Percent = 25

  public init() {}
}
