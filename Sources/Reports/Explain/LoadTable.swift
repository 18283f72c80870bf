import PlanDocument
import Portfolio

/// Hours that change, one line for each CSM: a steady month before and after, then the change in single periods.
struct LoadTable {
  private static let nameWidth = 24
  private static let steadyWidth = 18

  let context: ReportContext
  /// Those on the way that have a column.
  let periods: [Int]

  private func width(_ period: Int) -> Int { max(8, TerminalColumns.width(context.label(period: period))) + 2 }

  var heading: String {
    TerminalColumns.fitted("Whose hours would change", LoadTable.nameWidth + 2)
      + TerminalColumns.fitted("steady month", LoadTable.steadyWidth, right: true)
      + periods.map { TerminalColumns.fitted(context.label(period: $0), width($0), right: true) }.joined()
  }

  func line(_ load: LoadChange) -> String {
    let tail = context.document.horizon.periods.count
    let steady = load.periods.first { $0.period == tail }.map {
      "\(NumberText.hours(minutes: $0.before)) → \(NumberText.hours(minutes: $0.after)) h"
    }
    return "  " + TerminalColumns.fitted(context.csmName(load.csm), LoadTable.nameWidth)
      + TerminalColumns.fitted(steady ?? "as planned", LoadTable.steadyWidth, right: true)
      + periods.map { column($0, load) }.joined()
  }

  private func column(_ period: Int, _ load: LoadChange) -> String {
    let change = load.periods.first { $0.period == period }?.change ?? 0
    let text = change == 0 ? "·" : (change > 0 ? "+" : "") + NumberText.hours(minutes: change)
    return TerminalColumns.fitted(text, width(period), right: true)
  }
}
