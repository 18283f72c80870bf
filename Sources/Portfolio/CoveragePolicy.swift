public struct CoveragePolicy: Sendable, Hashable {
  /// Per month without a CSM, plus `pricePerMinute` for each minute of monthly effort.
  public var unassignedPrice = PerTier(Points(3000))
  public var pricePerMinute = Points(10)
  /// Price of an uncovered leave, in percent of being unassigned for the same time.
  public var uncoveredLeavePercent: Percent = 10
  /// A shorter leave needs no cover.
  public var leaveDays = 14
  /// Once per account that is covered through a leave.
  public var coverPrice = Points(60)

  public init() {}
}
