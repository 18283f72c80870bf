import PlanDocument
import Portfolio

/// Who hands over and who receives when: counts by week, names by period, what is in transition.
struct HTMLCalendar {
  let context: ReportContext
  let limit: Int

  var markup: HTML {
    guard !context.handoffs.isEmpty else { return "" }
    let weeks = CalendarCells(context)
    let grid = HTMLWeekGrid(context: context, cells: weeks, limit: limit).markup
    let names = context.document.horizon.periods.count > HTMLCalendar.columnsWithNames ? list : table
    return HTMLPage.section(
      "calendar", "Handoff calendar", lead: "By effective date: + comes in, − goes out.",
      grid + names + HTMLTransition(context: context, cells: weeks).markup)
  }

  /// More columns of names than these fit on no screen.
  private static let columnsWithNames = 4

  private var table: HTML {
    let cells = self.cells
    let involved = context.books.filter { cells[$0.csm] != nil }
    guard !involved.isEmpty else { return "" }
    let periods = context.document.horizon.periods
    let heads = periods.map { period -> HTML in "<th scope=\"col\">\(period.label)</th>" }
    let rows = involved.prefix(limit).map { book -> HTML in
      let columns = periods.map { period -> HTML in "<td>\(cells[book.csm]?[period.index] ?? [])</td>" }
      let name = HTML.name(context.csmName(book.csm))
      return "<tr><th scope=\"row\">\(name)\(HTMLText.csmNote(book, asOf: context.document.asOf))</th>\(columns)</tr>\n"
    }
    return HTMLPage.table(
      "Handoff calendar", class: "calendar", head: "<tr><th scope=\"col\">CSM</th>\(heads)</tr>",
      rows: rows.joined(separator: ""))
  }

  /// Period by period what changes hands.
  private var list: HTML {
    let parts = Dictionary(grouping: context.handoffs, by: \.period).sorted { $0.key < $1.key }.map {
      period, handoffs in
      let lines = handoffs.map { handoff -> HTML in
        """
        <li>\(HTMLCalendar.day(handoff.effective)): \(HTML.name(context.accountName(handoff.account))), \
        \(HTML.name(context.csmName(handoff.from))) → \(HTML.name(context.csmName(handoff.to)))</li>
        """
      }
      return HTML("<h4>\(context.label(period: period))</h4>\n<ul>\(lines)</ul>\n")
    }
    return "<details class=\"list\"><summary>All of them by name</summary>\n\(parts)</details>\n"
  }

  /// Per CSM and period the lines in order of date, because the handoffs are.
  private var cells: [String: [Int: [HTML]]] {
    var cells: [String: [Int: [HTML]]] = [:]
    for handoff in context.handoffs {
      let name = HTML.name(context.accountName(handoff.account))
      let day = HTMLCalendar.day(handoff.effective)
      cells[handoff.to, default: [:]][handoff.period, default: []].append(
        line("in", "+", "in", day, name))
      guard let from = handoff.from else { continue }
      cells[from, default: [:]][handoff.period, default: []].append(line("out", "−", "out", day, name))
    }
    return cells
  }

  private func line(_ kind: String, _ sign: String, _ label: String, _ day: String, _ name: HTML) -> HTML {
    """
    <div class="\(kind)"><span class="sign" aria-label="\(label)">\(sign)</span> <span class="day">\(day)</span> \
    \(name)</div>
    """
  }

  /// `12 Jan`: the year is in the head of the column.
  static func day(_ date: CalendarDate) -> String {
    let (_, month, day) = date.components
    return "\(day) \(monthNames[month - 1])"
  }

  static let monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
