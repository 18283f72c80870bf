import Foundation

/// The plan and its bounds against time, thinned so that it stays small however long a solve takes.
///
/// The first and the last moment stay, the first with a plan, a bound and a certified bound, and those at which the
/// gap or the certified gap first fell to one of `milestones`. Of the others those stay that differ from the one kept
/// before by a factor of a gap, the same all along: so a curve drawn on a logarithmic scale keeps its shape. What is
/// kept depends on values alone, never on the clock.
struct SolveHistory: Sendable {
  /// Gaps as fractions: 50 %, 20 %, 10 % down to 0.01 %.
  static let milestones = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001]

  private(set) var moments: [SolveProgress] = []
  private let capacity: Int

  init(capacity: Int = 240) { self.capacity = capacity }

  /// Amortised O(1).
  mutating func record(_ moment: SolveProgress) {
    moments.append(moment)
    if moments.count >= 2 * capacity { moments = thinned(to: capacity) }
  }

  /// At most `count` moments, but for those that always stay (about 30). O(moments).
  func thinned(to count: Int) -> [SolveProgress] {
    var kept = moments
    var step = 0.005
    while kept.count > count, step < 1_000 {
      kept = thinned(step: step)
      step *= 2
    }
    return kept
  }

  private func thinned(step: Double) -> [SolveProgress] {
    var kept: [SolveProgress] = []
    var passed = 0
    for (index, moment) in moments.enumerated() {
      let milestones = moment.milestonesPassed
      let isLast = index == moments.count - 1
      if isLast || milestones > passed || kept.last.map({ moment.distance(from: $0) >= step }) ?? true {
        kept.append(moment)
      }
      passed = max(passed, milestones)
    }
    return kept
  }
}

extension SolveProgress {
  fileprivate var milestonesPassed: Int {
    [gap, certifiedGap].compactMap { $0 }.reduce(0) { sum, gap in
      sum + SolveHistory.milestones.count { gap <= $0 }
    }
  }

  /// The largest change of what a reader sees, as a logarithm; infinite where something appears for the first time.
  fileprivate func distance(from earlier: SolveProgress) -> Double {
    zip(features, earlier.features).map { now, before in
      guard let now, let before else { return now == before ? 0 : .infinity }
      return abs(now - before)
    }.max() ?? 0
  }

  /// The plan counts by itself only while there is no bound to hold it against.
  private var features: [Double?] {
    [
      objective.map { _ in 0 }, bound == nil ? objective.map { log(Double($0.magnitude) + 1) } : nil,
      feature(of: bound), feature(of: certifiedBound),
    ]
  }

  private func feature(of bound: Int64?) -> Double? {
    bound.map { bound in
      guard let objective else { return log(Double(bound.magnitude) + 1) }
      return log(max(1, Double(objective) - Double(bound)))
    }
  }
}
