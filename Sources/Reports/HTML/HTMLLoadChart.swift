import PlanDocument
import Portfolio

/// One row per CSM: the bar before and the bar after, over the target band and the limits of that CSM. Widths are
/// percentages, so the bars stretch with the page while every label stays real text at reading size.
struct HTMLLoadChart {
  let context: ReportContext
  let limit: Int

  /// The right end of the axis in percent of capacity; a book beyond it is drawn cut, its number says how far.
  private var scale: Int64 {
    let top = context.loads.flatMap { [$0.percentBefore, $0.percentAfter] }.max() ?? 0
    return min(220, max(120, (top / 20 + 1) * 20))
  }

  var markup: HTML {
    let rows = context.loadsByUtilisation.prefix(limit).map(row)
    let left = context.loads.count - rows.count
    let more: HTML = left > 0 ? "<p class=\"quiet\">\(left) more CSMs are in plan.json.</p>\n" : ""
    return HTMLPage.section(
      "load", "Load before and after", lead: lead,
      """
      \(legend)<ol class="chart">
      \(axis)\(rows)</ol>
      \(more)
      """)
  }

  private var lead: HTML {
    """
    Hours of work in a steady month, as a share of each person’s capacity: what the book would demand if nothing \
    moved, and what it demands once the plan is carried out.
    """
  }

  private func row(_ load: LoadFigure) -> HTML {
    let note = HTMLText.csmNote(load.book, asOf: context.document.asOf)
    return """
      <li><span class="who">\(HTML.name(context.csmName(load.book.csm)))\(note)</span>\
      <span class="bar">\(load.hasCapacity ? bars(load) : absence(load))</span>\(numbers(load))</li>

      """
  }

  private func numbers(_ load: LoadFigure) -> HTML {
    let hours =
      "\(NumberText.hours(minutes: load.before)) → \(NumberText.hours(minutes: load.after)) h"
    guard load.hasCapacity else { return "<span class=\"num\"><small>\(hours)</small></span>" }
    let mark = load.isOverAfter ? " ▲" : ""
    return """
      <span class="num"><span class="was">\(load.percentBefore) %</span> → \
      <b>\(load.percentAfter) %\(mark)</b><small>\(hours)</small></span>
      """
  }

  private func absence(_ load: LoadFigure) -> HTML {
    let text = load.book.lastDay.map { "leaves on \($0); no steady month" } ?? "no capacity in a steady month"
    return "<span class=\"quiet\">\(text)</span>"
  }

  private func bars(_ load: LoadFigure) -> HTML {
    let label =
      "\(context.csmName(load.book.csm)): \(load.percentBefore) percent of capacity before, "
      + "\(load.percentAfter) percent after"
    return """
      <svg role="img" aria-label="\(label)" width="100%" height="36"><title>\(label)</title>\(ruler(load))\
      \(bar(load.before, of: load.capacity, y: 5, height: 9, class: "f-before"))\
      \(bar(load.after, of: load.capacity, y: 18, height: 13, class: "f-after"))</svg>
      """
  }

  /// The target band, the soft limit and the capacity of this CSM, behind the bars.
  private func ruler(_ load: LoadFigure) -> HTML {
    guard let tail = load.tail else { return "" }
    let (low, high) = (
      position(tail.targetLow, of: load.capacity), position(tail.targetHigh, of: load.capacity)
    )
    let soft = "\(percentText(position(tail.soft, of: load.capacity)))%"
    let full = "\(percentText(position(load.capacity, of: load.capacity)))%"
    return """
      <rect class="f-band" x="\(percentText(low))%" y="0" width="\(percentText(high - low))%" height="36"/>\
      <line class="l-soft" x1="\(soft)" x2="\(soft)" y1="0" y2="36"/>\
      <line class="l-full" x1="\(full)" x2="\(full)" y1="0" y2="36"/>
      """
  }

  /// Up to capacity in the colour of the bar, beyond it hatched: overload is visible without seeing colour.
  private func bar(_ minutes: Int64, of capacity: Int64, y: Int, height: Int, class name: String) -> HTML {
    let end = position(minutes, of: capacity)
    let full = position(capacity, of: capacity)
    var markup: HTML = """
      <rect class="\(name)" x="0" y="\(y)" width="\(percentText(min(end, full)))%" height="\(height)"/>
      """
    if end > full {
      markup += """
        <rect class="over" fill="url(#over)" x="\(percentText(full))%" y="\(y)" \
        width="\(percentText(end - full))%" height="\(height)"/>
        """
    }
    return markup
  }

  /// Thousandths of a percent of the width of the chart.
  private func position(_ minutes: Int64, of capacity: Int64) -> Int64 {
    guard capacity > 0 else { return 0 }
    let share = Double(max(0, minutes)) / Double(capacity) * 100 / Double(scale)
    return Int64((min(1, share) * 100_000).rounded())
  }

  private func percentText(_ thousandths: Int64) -> String { NumberText.coordinate(thousandths) }

  private var axis: HTML {
    let marks = stride(from: Int64(0), through: scale, by: 50).map { percent -> HTML in
      let x = NumberText.coordinate(Int64((Double(percent) / Double(scale) * 100_000).rounded()))
      let anchor = percent == 0 ? "start" : percent == scale ? "end" : "middle"
      return "<text x=\"\(x)%\" y=\"13\" text-anchor=\"\(anchor)\">\(percent) %</text>"
    }
    return """
      <li class="axis" aria-hidden="true"><span class="who"></span><span class="bar">\
      <svg width="100%" height="18">\(HTMLLoadChart.overPattern)\(marks)</svg></span><span class="num"></span></li>

      """
  }

  private static let overPattern: HTML = """
    <defs><pattern id="over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="6" height="6" class="f-over"/><rect width="2" height="6" class="f-overhatch"/></pattern></defs>
    """

  private var legend: HTML {
    """
    <ul class="legend">\
    <li>\(swatch("<rect class=\"f-before\" x=\"1\" y=\"4\" width=\"24\" height=\"8\"/>"))before</li>\
    <li>\(swatch("<rect class=\"f-after\" x=\"1\" y=\"2\" width=\"24\" height=\"12\"/>"))after</li>\
    <li>\(swatch("<rect class=\"over\" fill=\"url(#over)\" x=\"1\" y=\"2\" width=\"24\" height=\"12\"/>"))over \
    capacity</li>\
    <li>\(swatch("<rect class=\"f-band\" x=\"1\" y=\"0\" width=\"24\" height=\"16\"/>"))target band</li>\
    <li>\(swatch("<line class=\"l-soft\" x1=\"13\" x2=\"13\" y1=\"0\" y2=\"16\"/>"))soft limit</li>\
    <li>\(swatch("<line class=\"l-full\" x1=\"13\" x2=\"13\" y1=\"0\" y2=\"16\"/>"))capacity</li></ul>

    """
  }

  private func swatch(_ shape: HTML) -> HTML {
    "<svg aria-hidden=\"true\" width=\"26\" height=\"16\">\(shape)</svg>"
  }
}
