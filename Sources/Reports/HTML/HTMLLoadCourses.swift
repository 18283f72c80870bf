import PlanDocument
import Portfolio

/// The load of each CSM over the periods as small multiples on one scale: the band behind, a column per period for the
/// plan, a tick where the load would be if nothing moved.
struct HTMLLoadCourses {
  let context: ReportContext
  let limit: Int

  /// The top of the axis in percent of capacity; what is beyond is drawn cut.
  private var scale: Int64 {
    let shares = context.books.flatMap(\.periods).flatMap {
      [
        NumberText.wholePercent($0.minutes, of: $0.capacity),
        NumberText.wholePercent($0.inheritedMinutes, of: $0.capacity),
      ]
    }
    return min(200, max(110, ((shares.max() ?? 0) / 10 + 1) * 10))
  }

  var markup: HTML {
    guard !context.document.horizon.periods.isEmpty, !context.books.isEmpty else { return "" }
    let scale = scale
    let figures = context.loadsByUtilisation.prefix(limit).map { figure($0.book, scale: scale) }
    return "\(legend)<div class=\"courses\">\n\(figures.joined(separator: ""))</div>\n"
  }

  private func figure(_ book: BookDocument, scale: Int64) -> HTML {
    let periods = book.periods
    let label = "\(context.csmName(book.csm)), percent of capacity: " + periods.map(words).joined(separator: ", ")
    let columns = periods.enumerated().map { column($1, at: $0, of: periods.count, scale: scale) }
    let full = percent(height(100, scale: scale))
    let last = periods.last.map { $0.capacity > 0 ? context.label(period: $0.period) : "" } ?? ""
    return """
      <figure><figcaption>\(HTML.name(context.csmName(book.csm)))</figcaption>\
      <svg role="img" aria-label="\(label)" width="100%" height="76"><title>\(label)</title>\(columns)\
      <line class="l-full" x1="0" x2="100%" y1="\(full)%" y2="\(full)%"/></svg>\
      <p class="ends"><span>\(periods.first.map { context.label(period: $0.period) } ?? "")</span><span>\(last)</span></p></figure>

      """
  }

  private func words(_ period: BookDocument.Period) -> String {
    period.capacity > 0
      ? "\(context.label(period: period.period)) \(NumberText.wholePercent(period.minutes, of: period.capacity))"
      : "\(context.label(period: period.period)) away"
  }

  /// The band over the whole width of the column, the plan over most of it.
  private func column(_ period: BookDocument.Period, at index: Int, of count: Int, scale: Int64) -> HTML {
    guard period.capacity > 0 else { return "" }
    let width = 100_000 / Int64(count)
    let left = Int64(index) * 100_000 / Int64(count)
    func top(_ minutes: Int64) -> Int64 { height(NumberText.wholePercent(minutes, of: period.capacity), scale: scale) }
    let (low, high) = (top(period.targetLow), top(period.targetHigh))
    let (bar, full) = (top(period.minutes), height(100, scale: scale))
    let (x, wide) = (percent(left + width / 4), percent(width / 2))
    var markup: HTML = """
      <rect class="f-band" x="\(percent(left))%" y="\(percent(high))%" width="\(percent(width))%" \
      height="\(percent(low - high))%"/><rect class="f-after" x="\(x)%" y="\(percent(max(bar, full)))%" \
      width="\(wide)%" height="\(percent(100_000 - max(bar, full)))%"/>
      """
    if bar < full {
      markup += """
        <rect class="over" fill="url(#over)" x="\(x)%" y="\(percent(bar))%" width="\(wide)%" \
        height="\(percent(full - bar))%"/>
        """
    }
    let was = percent(top(period.inheritedMinutes))
    // A white edge, so that it is seen on the column as well.
    markup += """
      <line class="l-edge" x1="\(percent(left))%" x2="\(percent(left + width))%" y1="\(was)%" y2="\(was)%"/>\
      <line class="l-was" x1="\(percent(left))%" x2="\(percent(left + width))%" y1="\(was)%" y2="\(was)%"/>
      """
    return markup
  }

  /// Thousandths of a percent from the top.
  private func height(_ share: Int64, scale: Int64) -> Int64 {
    100_000 - min(scale, max(0, share)) * 100_000 / scale
  }

  private func percent(_ thousandths: Int64) -> String { NumberText.coordinate(thousandths) }

  private var legend: HTML {
    """
    <ul class="legend">\
    <li>\(swatch("<rect class=\"f-after\" x=\"5\" y=\"2\" width=\"16\" height=\"14\"/>"))plan</li>\
    <li>\(swatch("<line class=\"l-was\" x1=\"1\" x2=\"25\" y1=\"8\" y2=\"8\"/>"))if nothing moved</li>\
    <li>\(swatch("<rect class=\"f-band\" x=\"1\" y=\"0\" width=\"24\" height=\"16\"/>"))target band</li>\
    <li>\(swatch("<rect class=\"over\" fill=\"url(#over)\" x=\"5\" y=\"2\" width=\"16\" height=\"14\"/>"))over \
    capacity</li><li>the line is the capacity of the period</li></ul>

    """
  }

  private func swatch(_ shape: HTML) -> HTML {
    "<svg aria-hidden=\"true\" width=\"26\" height=\"16\">\(shape)</svg>"
  }
}
