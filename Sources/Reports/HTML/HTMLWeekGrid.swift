import PlanDocument
import Portfolio

/// Who receives and who gives in which week: counts that show at a glance where it gets crowded.
struct HTMLWeekGrid {
  let context: ReportContext
  let cells: CalendarCells
  let limit: Int

  var markup: HTML {
    let involved = context.books.filter { cells.cells[$0.csm] != nil }.prefix(limit)
    guard !involved.isEmpty, !cells.weeks.weeks.isEmpty else { return "" }
    let rows = involved.map { book -> HTML in
      let own = cells.cells[book.csm] ?? [:]
      let columns = cells.weeks.weeks.indices.map { cell(own[$0], cells.weeks.weeks[$0]) }
      return "<tr><th scope=\"row\">\(HTML.name(context.csmName(book.csm)))</th>\(columns)</tr>\n"
    }
    return legend
      + HTMLPage.table("Handoffs by week", class: "weeks", head: head, rows: rows.joined(separator: ""))
  }

  private var head: HTML {
    let months = cells.weeks.months.map { month -> HTML in
      "<th scope=\"colgroup\" colspan=\"\(month.count)\">\(month.label)</th>"
    }
    let days = cells.weeks.weeks.map { week -> HTML in "<th scope=\"col\">\(week.first.components.day)</th>" }
    return """
      <tr><th scope="col">CSM</th>\(months)</tr>\
      <tr><th scope="col"><span class="sr">First day of the week</span></th>\(days)</tr>
      """
  }

  private func cell(_ cell: CalendarCells.Cell?, _ week: ReportWeeks.Week) -> HTML {
    guard let cell else { return "<td></td>" }
    return "<td>\(mark("in", "+", cell.incoming))\(mark("out", "−", cell.outgoing))</td>"
  }

  private func mark(_ kind: String, _ sign: String, _ accounts: [String]) -> HTML {
    guard !accounts.isEmpty else { return "" }
    let names = accounts.map { context.accountName($0) }.joined(separator: ", ")
    return "<span class=\"\(kind)\" title=\"\(names)\">\(sign)\(accounts.count)</span>"
  }

  private var legend: HTML {
    """
    <ul class="legend"><li><span class="weeks-key in">+1</span>comes in that week</li>\
    <li><span class="weeks-key out">−1</span>goes out that week</li><li>by effective date; covers also on the way back\
    </li></ul>

    """
  }
}
