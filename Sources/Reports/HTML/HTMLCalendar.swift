import PlanDocument
import Portfolio

/// Who hands over and who receives in which month: the table a manager of CSMs plans weeks with.
struct HTMLCalendar {
  let context: ReportContext
  let limit: Int

  var markup: HTML {
    let cells = self.cells
    let involved = context.document.books.filter { cells[$0.csm] != nil }
    guard !involved.isEmpty else { return "" }
    let periods = context.document.horizon.periods
    let heads = periods.map { period -> HTML in "<th scope=\"col\">\(period.label)</th>" }
    let rows = involved.prefix(limit).map { book -> HTML in
      let columns = periods.map { period -> HTML in "<td>\(cells[book.csm]?[period.index] ?? [])</td>" }
      let name = HTML.name(context.csmName(book.csm))
      return "<tr><th scope=\"row\">\(name)\(HTMLText.csmNote(book, asOf: context.document.asOf))</th>\(columns)</tr>\n"
    }
    let table = HTMLPage.table(
      "Handoff calendar", class: "calendar", head: "<tr><th scope=\"col\">CSM</th>\(heads)</tr>",
      rows: rows.joined(separator: ""))
    return HTMLPage.section(
      "calendar", "Handoff calendar",
      lead: "By effective date: + comes in, − goes out.", table)
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
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (_, month, day) = date.components
    return "\(day) \(months[month - 1])"
  }
}
