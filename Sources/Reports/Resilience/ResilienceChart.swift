import PlanDocument

/// One row per resignation: a bar over what the certified bounds leave open of its cost, and a mark where the plans are.
struct ResilienceChart {
  private let departures: [ResilienceDeparture]
  private let left: Int
  private let low: Double
  private let high: Double
  private static let most = 20

  init(_ departures: [ResilienceDeparture]) {
    let known = departures.filter { $0.loss != nil }
    self.departures = Array(known.prefix(ResilienceChart.most))
    left = known.count - self.departures.count
    let ends = self.departures.compactMap(\.loss).flatMap { [$0.found, $0.atLeast ?? $0.found, $0.atMost ?? $0.found] }
      .map { Double($0.micropoints) }
    low = min(0, ends.min() ?? 0)
    high = max(0, ends.max() ?? 0)
  }

  /// `nil` where there is nothing to draw.
  var markup: HTML? {
    guard low < high else { return nil }
    let rows = departures.compactMap { departure -> HTML? in departure.loss.map { row(departure, $0) } }
    let rest: HTML = left == 0 ? "" : "<p class=\"quiet\">\(left) more in the table below.</p>\n"
    return "<ol class=\"chart\">\n\(rows.joined(separator: ""))</ol>\n\(rest)"
  }

  private func row(_ departure: ResilienceDeparture, _ loss: CostInterval) -> HTML {
    let name = ResilienceWords.name(departure)
    let label = "\(name): \(ResilienceWords.found(loss)), certainly between \(ResilienceWords.interval(loss))"
    let (start, end) = (place(loss.atLeast ?? loss.found), place(loss.atMost ?? loss.found))
    let width = NumberText.coordinate(Int64(((max(end, start) - start) * 100_000).rounded()))
    return """
      <li><span class="who">\(HTML.name(name))<small>place \(ResilienceWords.rank(departure))</small></span>\
      <span class="bar"><svg role="img" aria-label="\(label)" width="100%" height="26"><title>\(label)</title>\
      <rect class="f-band" x="\(percent(start))%" width="\(width)%" y="6" height="14"/>\
      <line class="l-soft" x1="\(percent(zero))%" x2="\(percent(zero))%" y1="0" y2="26"/>\
      <line class="l-full" x1="\(percent(place(loss.found)))%" x2="\(percent(place(loss.found)))%" y1="3" y2="23"/></svg>\
      </span><span class="num"><b>\(ResilienceWords.found(loss))</b>\
      </span></li>

      """
  }

  private var zero: Double { (0 - low) / (high - low) }
  private func place(_ value: PointsValue) -> Double { (Double(value.micropoints) - low) / (high - low) }
  private func percent(_ share: Double) -> String { NumberText.coordinate(Int64((share * 100_000).rounded())) }
}
