import PlanDocument

/// When the gap of the plan first was as small as that: the course of the search in a few numbers.
struct SearchMilestones {
  struct Row {
    /// As a fraction.
    let gap: Double
    /// Seconds of the search; `nil` when it was never that small.
    let certified: Double?
    let claimed: Double?
  }

  private static let gaps = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001, 0]

  /// Seconds until the first plan.
  let firstPlan: Double?
  /// From the first one worth telling to the last one reached. Where several were reached at once, the smallest.
  let rows: [Row]

  init(_ history: SearchHistory) {
    let moments = history.moments
    firstPlan = moments.first { $0.objective != nil }?.seconds
    let reached = Self.gaps.map { limit in
      Row(
        gap: limit, certified: Self.first(moments, \.certifiedGap, limit),
        claimed: Self.first(moments, \.gap, limit))
    }.filter { $0.certified != nil || $0.claimed != nil }
    rows = reached.enumerated().filter { index, row in
      guard index + 1 < reached.count else { return true }
      let next = reached[index + 1]
      return next.certified != row.certified || next.claimed != row.claimed
    }.map(\.element)
  }

  /// `12.3 s`, below a second `0.32 s`.
  static func text(_ seconds: Double?) -> String {
    guard let seconds else { return "not reached" }
    return seconds < 0.995 ? "\(NumberText.plain((seconds * 100).rounded() / 100)) s" : NumberText.seconds(seconds)
  }

  /// `2 %`, `0.05 %`; `optimal` for none.
  static func text(gap: Double) -> String { gap == 0 ? "optimal" : "\(NumberText.plain(gap * 100)) %" }

  private static func first(_ moments: [SearchMoment], _ gap: KeyPath<SearchMoment, Double?>, _ limit: Double)
    -> Double?
  {
    moments.first { $0[keyPath: gap].map { $0 <= limit } ?? false }?.seconds
  }
}
