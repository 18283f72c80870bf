import Foundation
import PlanDocument

/// The scales of the two plots of a search. `nil` where nothing can be drawn: no time passed, or there is no plan.
struct SearchChart {
  private let moments: [SearchMoment]
  private let last: SearchMoment
  private let objective: Double
  private let start: Double
  private let end: Double
  private let gapRange: ClosedRange<Double>

  init?(_ search: SearchDocument) {
    moments = search.history.moments
    guard let last = moments.last, let objective = last.objective, last.seconds.isFinite else { return nil }
    self.last = last
    self.objective = Double(objective.micropoints)
    // What was before there was a gap is far off both scales, and before a hundredth of a second nothing is worth
    // the width of a decade.
    let first = moments.first { $0.gap != nil } ?? moments.first { $0.objective != nil }
    start = max(0.01, (first?.seconds ?? 0) / 2)
    end = max(last.seconds, start)
    gapRange = Self.range(of: moments.flatMap { [$0.gap, $0.certifiedGap] }.compactMap { $0 })
    guard end > start * 1.5 else { return nil }
  }

  /// Whether the claim ever differs from what is certified.
  var hasClaim: Bool { moments.contains { $0.bound != $0.certifiedBound } }

  // MARK: The gap

  var gaps: SearchPlot {
    let claimed = SearchPlot.Line(name: "s-claimed", steps: moments.map { (x($0), $0.gap.map(level)) })
    let certified = SearchPlot.Line(name: "s-certified", steps: moments.map { (x($0), $0.certifiedGap.map(level)) })
    let decades = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]
    let spans = log10(gapRange.upperBound / gapRange.lowerBound) > 2.3
    let marks = decades.filter { percent in
      gapRange.contains(percent / 100) && (!spans || log10(percent).truncatingRemainder(dividingBy: 1) == 0)
    }
    return SearchPlot(
      lines: (hasClaim ? [claimed] : []) + [certified], times: times,
      levels: marks.map { SearchPlot.Mark(position: level($0 / 100), text: "\(NumberText.plain($0)) %") })
  }

  var gapLabel: String {
    let certified = last.certifiedGap.map(NumberText.gap) ?? "none"
    let claimed = last.gap.map { ", claimed \(NumberText.gap($0))" } ?? ""
    return "The gap against time; at the end certified \(certified)\(claimed)"
  }

  /// From the smallest gap reached, at least 0.001 %, to the largest, at most 100 %, and a little more of both.
  private static func range(of gaps: [Double]) -> ClosedRange<Double> {
    let low = max(1e-5, gaps.filter { $0 > 0 }.min() ?? 1e-3)
    let high = min(1, max(gaps.max() ?? 1, low * 4))
    return min(low, high / 4) * 0.8...high * 1.15
  }

  /// A gap of nothing lies on the floor.
  private func level(_ gap: Double) -> Double {
    let share = Self.share(log(max(gap, 1e-9)), log(gapRange.lowerBound)...log(gapRange.upperBound))
    return max(0.006, share)
  }

  // MARK: Plan and bound

  var values: SearchPlot {
    func line(_ name: String, _ value: KeyPath<SearchMoment, PointsValue?>) -> SearchPlot.Line {
      SearchPlot.Line(name: name, steps: moments.map { (x($0), $0[keyPath: value].map(height)) })
    }
    let lines = [line("s-certified", \.certifiedBound), line("s-plan", \.objective)]
    return SearchPlot(lines: (hasClaim ? [line("s-claimed", \.bound)] : []) + lines, times: times, levels: valueMarks)
  }

  var valueLabel: String {
    let plan = last.objective.map { NumberText.hours($0) } ?? "none"
    let bound = last.certifiedBound.map { NumberText.hours($0) } ?? "none"
    return "Plan and bound against time; at the end plan \(plan), certified bound \(bound)"
  }

  /// Around the end: what was far away in the beginning is cut off.
  private var valueRange: ClosedRange<Double> {
    let bound = (last.certifiedBound ?? last.bound).map { Double($0.micropoints) } ?? objective
    let room = max(abs(objective - bound), abs(objective) * 0.002, 1_000_000)
    return bound - room...objective + 3 * room
  }

  private var valueMarks: [SearchPlot.Mark] {
    let hour = 60_000_000.0
    let width = (valueRange.upperBound - valueRange.lowerBound) / hour
    let raw = pow(10, log10(width / 4).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * raw }.first { width / $0 <= 5 } ?? width
    let first = (valueRange.lowerBound / hour / step).rounded(.up)
    return (0..<6).map { (first + Double($0)) * step * hour }.filter {
      valueRange.contains($0) && abs($0) < 9e18
    }.map { value in
      let text = NumberText.hours(PointsValue(micropoints: Int64(value)))
      return SearchPlot.Mark(position: Self.share(value, valueRange), text: text)
    }.filter { $0.position < 0.93 }
  }

  private func height(_ value: PointsValue) -> Double { Self.share(Double(value.micropoints), valueRange) }

  // MARK: Time

  private func x(_ moment: SearchMoment) -> Double { x(seconds: moment.seconds) }

  private func x(seconds: Double) -> Double {
    Self.share(log(min(max(seconds, start), end)), log(start)...log(end))
  }

  private var times: [SearchPlot.Mark] {
    let decades = [0.01, 0.1, 1, 10, 100, 1_000, 10_000, 100_000].filter { $0 >= start && $0 <= end }
    let marks = decades.filter { x(seconds: $0) < 0.85 } + [end]
    return marks.map {
      SearchPlot.Mark(position: x(seconds: $0), text: $0 == end ? NumberText.seconds($0) : "\(NumberText.plain($0)) s")
    }
  }

  /// Between 0 and 1; what lies outside comes in across the edge, which is cut off.
  private static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let width = range.upperBound - range.lowerBound
    guard width > 0, value.isFinite else { return 0 }
    return min(2, max(-1, (value - range.lowerBound) / width))
  }
}
