/// Turns a bound GLPK claims, in points, into one that is safe to show, in micropoints.
///
/// GLPK works with tolerances of 1e-7 and 1e-9 relative to its numbers; `1e-7 * (1 + |value|)` points are taken
/// off before rounding down. It stays a claim: only a bound recomputed from multipliers is a proof.
enum ClaimedBound {
  static let tolerance = 1e-7

  static func micropoints(_ points: Double) -> Int64? {
    guard points.isFinite, points.magnitude < GLPKProblem.magnitudeLimit else { return nil }
    let safe = (points - tolerance * (1 + points.magnitude)) * ScaledProblem.micropointsPerPoint
    guard safe.magnitude < 0x1p62 else { return nil }
    return Int64(safe.rounded(.down))
  }
}
