import Foundation
import Testing

@testable import Solving

@Suite("The history of a solve")
struct SolveHistoryTests {
  /// `count` moments; the gap falls evenly on a logarithmic scale from 60 % to `last`.
  private func moments(_ count: Int, last: Double) -> [SolveProgress] {
    (0..<count).map { index in
      let share = Double(index) / Double(max(1, count - 1))
      let gap = 0.6 * pow(last / 0.6, share)
      let objective = Int64(1e12 / (1 - gap))
      return SolveProgress(
        seconds: Double(index), phase: .localSearch, objective: objective, bound: 1_000_000_000_000,
        certifiedBound: index < count / 4 ? nil : 990_000_000_000, counts: SolveTally.Counts(moves: Int64(index)))
    }
  }

  private func history(of moments: [SolveProgress], capacity: Int = 100) -> SolveHistory {
    var history = SolveHistory(capacity: capacity)
    for moment in moments { history.record(moment) }
    return history
  }

  @Test(
    "It stays small, keeps the first and the last moment, and stays in order", arguments: [1, 2, 99, 1_000, 20_000])
  func small(count: Int) {
    let moments = moments(count, last: 0.0001)
    let history = history(of: moments)
    #expect(history.moments.count < 200)
    let kept = history.thinned(to: 100)
    #expect(kept.count <= 100)
    #expect(kept.first == moments.first && kept.last == moments.last)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.seconds < $1.seconds })
  }

  @Test("The moments at which a gap was first reached are kept, for the gap and for the certified gap")
  func milestones() {
    let moments = moments(20_000, last: 0.00005)
    let kept = history(of: moments).thinned(to: 60)
    for limit in SolveHistory.milestones {
      #expect(kept.first { $0.gap ?? 1 <= limit } == moments.first { $0.gap ?? 1 <= limit })
      #expect(kept.first { $0.certifiedGap ?? 1 <= limit } == moments.first { $0.certifiedGap ?? 1 <= limit })
    }
  }

  @Test("The curve keeps its shape: no two neighbours differ by much more than others")
  func shape() {
    let kept = history(of: moments(20_000, last: 0.0001)).thinned(to: 100)
    let ratios = zip(kept, kept.dropFirst()).map { ($0.gap ?? 1) / ($1.gap ?? 1) }
    #expect((ratios.max() ?? 9) < 1.3)
  }

  @Test("What is kept does not depend on the clock")
  func clockless() {
    let moments = moments(5_000, last: 0.0001)
    let slower = moments.map {
      SolveProgress(
        seconds: $0.seconds * $0.seconds, phase: $0.phase, objective: $0.objective, bound: $0.bound,
        certifiedBound: $0.certifiedBound, counts: $0.counts)
    }
    let pairs = zip(history(of: moments).moments, history(of: slower).moments)
    #expect(pairs.allSatisfy { $0.counts == $1.counts })
  }

  @Test("A gap of nothing, a plan of nothing and a bound without a plan are no trouble")
  func extremes() {
    var history = SolveHistory(capacity: 4)
    for step: Int64 in 0..<50 {
      history.record(
        SolveProgress(
          seconds: 0, phase: .relaxation, objective: step < 20 ? nil : 0, bound: step < 5 ? nil : min(0, step - 40),
          certifiedBound: step < 10 ? nil : .min + step, counts: SolveTally.Counts()))
    }
    #expect(history.thinned(to: 4).last?.gap == 0)
  }
}
