import PlanDocument
import Portfolio

/// The load on the way, month by month: a heat table whose cells say in words and marks what their shade says.
struct HTMLPeriodTable {
  let context: ReportContext
  let limit: Int

  private var indices: [Int] {
    context.document.horizon.periods.map(\.index) + [context.document.horizon.periods.count]
  }

  var markup: HTML {
    let heads = indices.map { index -> HTML in "<th scope=\"col\">\(context.label(period: index))</th>" }
    let rows = context.books.prefix(limit).map(row)
    let table = HTMLPage.table(
      "Load through the periods, in percent of capacity", class: "heat",
      head: "<tr><th scope=\"col\">CSM</th>\(heads)</tr>", rows: rows.joined(separator: ""))
    return HTMLPage.section(
      "periods", "Load through the periods",
      lead:
        "Under the plan, with the work of the handoffs themselves. In small print: the load if nothing moved.",
      HTMLLoadCourses(context: context, limit: limit).markup + "<h3>In numbers</h3>\n" + legend + table)
  }

  private var legend: HTML {
    """
    <ul class="legend"><li><span class="key b0"></span>under target</li><li><span class="key b1"></span>in the \
    target band</li><li><span class="key b2"></span>above target</li><li><span class="key b3"></span>over the soft \
    limit</li><li><span class="key b4">▲</span>over capacity</li></ul>

    """
  }

  private func row(_ book: BookDocument) -> HTML {
    let cells = indices.map { index -> HTML in
      guard let period = book.periods.first(where: { $0.period == index }) else {
        return "<td class=\"b5\">–</td>"
      }
      return cell(period)
    }
    let name = HTML.name(context.csmName(book.csm))
    return "<tr><th scope=\"row\">\(name)\(HTMLText.csmNote(book, asOf: context.document.asOf))</th>\(cells)</tr>\n"
  }

  private func cell(_ period: BookDocument.Period) -> HTML {
    let band = LoadFigure.band(period.minutes, in: period)
    guard band != .noCapacity else {
      let left = period.minutes > 0 ? "\(NumberText.hours(minutes: period.minutes)) h" : "–"
      return "<td class=\"b5\">\(left)</td>"
    }
    let after = NumberText.wholePercent(period.minutes, of: period.capacity)
    let before = NumberText.wholePercent(period.inheritedMinutes, of: period.capacity)
    let mark = band == .overCapacity ? "▲ " : ""
    let was: HTML = before == after ? "" : "<small>was \(before)</small>"
    return "<td class=\"b\(band.rawValue)\">\(mark)\(after) %\(was)</td>"
  }
}
