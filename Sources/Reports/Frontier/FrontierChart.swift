import PlanDocument

/// The two sides of the curve: steps, because a plan holds up to the next looser limit, and a bound down to the next
/// stricter one.
struct FrontierChart {
  private let points: [FrontierDocument.Point]
  private let isLimit: Bool

  init(_ document: FrontierDocument) {
    points = document.points
    isLimit = document.axis != .value
  }

  /// `nil` where there is no range to draw.
  var plot: SearchPlot? {
    guard let first = points.first, let last = points.last, first.at < last.at, low < high else { return nil }
    let plans = points.map { (x: x($0.at), y: Optional(y($0.objective))) }
    return SearchPlot(
      lines: [
        SearchPlot.Line(name: "s-certified", steps: bounds), SearchPlot.Line(name: "s-plan", steps: plans),
      ],
      times: marks, levels: levels)
  }

  private var bounds: [(x: Double, y: Double?)] {
    guard isLimit else { return points.map { (x($0.at), $0.certifiedBound.map(y)) } }
    // A bound holds from the next stricter limit on.
    let starts = [points[0].at] + points.map(\.at).dropLast()
    let ends = zip(starts, points).map { (x: x($0), y: $1.certifiedBound.map(y)) }
    return ends + [(x: 1, y: points.last?.certifiedBound.map(y))]
  }

  private var values: [Int64] {
    points.flatMap { [$0.objective.micropoints, $0.certifiedBound?.micropoints ?? $0.objective.micropoints] }
  }
  private var low: Double { Double(values.min() ?? 0) }
  private var high: Double { Double(values.max() ?? 0) }

  private func x(_ at: Int64) -> Double {
    Double(at - points[0].at) / Double(max(1, points[points.count - 1].at - points[0].at))
  }

  private func y(_ value: PointsValue) -> Double { y(Double(value.micropoints)) }
  private func y(_ value: Double) -> Double { 0.04 + 0.9 * (value - low) / max(1, high - low) }

  private var marks: [SearchPlot.Mark] {
    let step = max(1, points.count / 8)
    return points.indices.filter { $0.isMultiple(of: step) }.map {
      SearchPlot.Mark(position: x(points[$0].at), text: NumberText.short(points[$0].at))
    }
  }

  private var levels: [SearchPlot.Mark] {
    (0...3).map { low + (high - low) * Double($0) / 3 }.map {
      SearchPlot.Mark(position: y($0), text: NumberText.hours(PointsValue(micropoints: Int64($0))))
    }
  }
}
