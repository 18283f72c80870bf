/// When a solve may stop.
package struct SolveLimits: Sendable, Hashable {
  /// Wall time; `nil` means none. A solve returns within 1.1 times this plus one second.
  package var timeLimit: Duration?
  /// Work units, which make a solve reproducible: see `SolveBudget`. `nil` means none.
  package var workLimit: Int64?
  /// Stop once `Gap` calls the plan this close to the bound; a fraction, 0.001 is 0.1 %.
  package var gap: Double
  /// Also stop once plan and bound differ by at most this many micropoints, whatever their size. It decides for
  /// objectives near zero, where a fraction means nothing.
  package var absoluteGap: Int64
  /// Measure the gap against the certified bound only, not against what the backend claims.
  package var certified: Bool
  /// Two solves of one model under one work limit and one seed return the same selection.
  package var seed: UInt64

  package init(
    timeLimit: Duration? = nil, workLimit: Int64? = nil, gap: Double = 0, absoluteGap: Int64 = 0,
    certified: Bool = false, seed: UInt64 = 1
  ) {
    self.timeLimit = timeLimit
    self.workLimit = workLimit
    self.gap = gap
    self.absoluteGap = absoluteGap
    self.certified = certified
    self.seed = seed
  }
}
