import PlanDocument
import Portfolio

/// How many accounts, and how much ARR, are between two people in each week.
struct HTMLTransition {
  let context: ReportContext
  let cells: CalendarCells

  var markup: HTML {
    let most = cells.inTransition.map(\.accounts).max() ?? 0
    guard most > 0 else { return "" }
    let busy = cells.inTransition.indices.filter { cells.inTransition[$0].accounts > 0 }
    let rows = (busy[0]...busy[busy.count - 1]).map { index -> HTML in
      let (week, load) = (cells.weeks.weeks[index], cells.inTransition[index])
      let share = NumberText.coordinate(Int64(load.accounts) * 100_000 / Int64(most))
      return """
        <tr><th scope="row">\(week.first.description)</th><td class="n">\(load.accounts)</td>\
        <td class="barcell"><svg aria-hidden="true" width="100%" height="12">\
        <rect class="f-after" width="\(share)%" height="12"/></svg></td>\
        <td class="n">\(load.arr == 0 ? "" : context.money(load.arr))</td></tr>

        """
    }
    let head: HTML = """
      <tr><th scope="col">Week from</th><th scope="col" class="n">Accounts</th>\
      <th scope="col"><span class="sr">Bar</span></th><th scope="col" class="n">ARR</th></tr>
      """
    return
      "<h3>In transition, week by week</h3>\n<p class=\"quiet\">Accounts on which giver and receiver both work.</p>\n"
      + HTMLPage.table("Accounts in transition", class: "transition", head: head, rows: rows.joined(separator: ""))
  }
}
