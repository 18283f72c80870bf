/// How far a plan may be from the best possible one.
///
/// The rule, used for stopping and for reports alike: `gap = (objective - bound) / max(|objective|, 1 point)`,
/// never below zero. A plan is *close enough* when `objective - bound <= max(absolute, fraction * |objective|)`,
/// the product rounded down to a micropoint.
package enum Gap {
  private static let smallestScale: Int64 = 1_000_000

  /// The relative gap as a fraction; both values in micropoints.
  package static func fraction(objective: Int64, bound: Int64) -> Double {
    let difference = max(0, Double(objective) - Double(bound))
    return difference / Double(max(Int64(clamping: objective.magnitude), smallestScale))
  }

  /// Whether the stopping rule of `limits` holds.
  package static func isReached(objective: Int64, bound: Int64, limits: SolveLimits) -> Bool {
    let (difference, overflow) = objective.subtractingReportingOverflow(bound)
    if overflow { return bound > objective }
    let relative = (limits.gap * Double(objective.magnitude)).rounded(.down)
    return difference <= limits.absoluteGap || Double(difference) <= relative
  }
}
