import Foundation

/// How plan and bound of a search came closer: what `--progress-log` wrote, or a peer's script. Values are in points.
package struct SearchTrace: Sendable, Hashable {
  package struct Moment: Sendable, Hashable {
    package var seconds: Double
    package var objective: Double?
    /// The bound that counts: the certified one of Ballast, the claimed one of a peer.
    package var bound: Double?

    /// `(objective - bound) / |objective|`, as a fraction.
    package var gap: Double? {
      guard let objective, let bound else { return nil }
      return max(0, objective - bound) / max(1, abs(objective))
    }
  }

  package private(set) var moments: [Moment] = []
  /// The best bound that was claimed, certified or not.
  package private(set) var claimedBound: Double?

  package init() {}

  /// Moments in the order of time. The best plan and the best bound so far count: a trace never gets worse.
  package mutating func add(_ moment: Moment, claimedBound: Double? = nil) {
    var moment = moment
    moment.objective = SearchTrace.best(moments.last?.objective, moment.objective, by: min)
    moment.bound = SearchTrace.best(moments.last?.bound, moment.bound, by: max)
    self.claimedBound = SearchTrace.best(self.claimedBound, claimedBound, by: max)
    moments.append(moment)
  }

  private static func best(_ left: Double?, _ right: Double?, by choose: (Double, Double) -> Double) -> Double? {
    guard let left, let right else { return left ?? right }
    return choose(left, right)
  }

  package var last: Moment? { moments.last }

  /// When there was a plan at all.
  package var firstPlan: Double? { moments.first { $0.objective != nil }?.seconds }

  /// When the gap was first this small or smaller.
  package func seconds(toGap gap: Double) -> Double? {
    moments.first { moment in moment.gap.map { $0 <= gap } ?? false }?.seconds
  }
}

extension SearchTrace {
  private struct Line: Decodable {
    var seconds: Double
    var objective: Double?
    var bound: Double?
    var certifiedBound: Double?
  }

  /// Reads the lines of JSON that `ballast plan --progress-log` writes: micropoints. A last line that was cut is left out.
  package init(progressLog text: String) {
    for line in SearchTrace.lines(text) {
      let moment = Moment(
        seconds: line.seconds, objective: line.objective.map { $0 / 1e6 }, bound: line.certifiedBound.map { $0 / 1e6 })
      add(moment, claimedBound: line.bound.map { $0 / 1e6 })
    }
  }

  /// Reads the lines that the scripts of the peers write: points, and one bound, which is claimed.
  package init(peerLog text: String) {
    for line in SearchTrace.lines(text) {
      add(Moment(seconds: line.seconds, objective: line.objective, bound: line.bound), claimedBound: line.bound)
    }
  }

  private static func lines(_ text: String) -> [Line] {
    let decoder = JSONDecoder()
    return text.split(separator: "\n").compactMap { try? decoder.decode(Line.self, from: Data($0.utf8)) }
  }
}
