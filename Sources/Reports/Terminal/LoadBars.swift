import PlanDocument
import Portfolio

/// The load of each CSM as a bar of text: what the plan leaves solid, what it takes away light, capacity a line.
struct LoadBars {
  let context: ReportContext
  let width: Int
  /// Percent of capacity at the right end.
  let scale: Int64
  let style: TerminalStyle

  private var nameWidth: Int { min(22, width / 4) }
  private var barWidth: Int { max(10, width - nameWidth - 34) }

  var heading: String {
    let name = TerminalColumns.fitted("Load in a steady month", nameWidth)
    let bar = TerminalColumns.fitted("█ after  ░ before  │ capacity", barWidth)
    return "\(name) \(bar) before → after"
  }

  func line(_ load: LoadFigure) -> String {
    let name = TerminalColumns.fitted(
      Terminal(escaping: context.csmName(load.book.csm)).rendered, nameWidth)
    let hours = "\(whole(load.before)) → \(whole(load.after)) h"
    guard load.hasCapacity else {
      let note = load.book.lastDay.map { "leaves \($0)" } ?? "no capacity"
      let text = TerminalColumns.fitted(note, barWidth + 15)
      return "\(name) \(text) \(TerminalColumns.fitted(hours, 15, right: true))"
    }
    let before = TerminalColumns.fitted("\(load.percentBefore)", 3, right: true)
    let after = TerminalColumns.fitted("\(load.percentAfter)", 3, right: true)
    let percents = "\(before) → \(after) %\(load.isOverAfter ? " !" : "  ")"
    let text = "\(name) \(bar(load)) \(percents) \(TerminalColumns.fitted(hours, 15, right: true))"
    return load.isOverAfter ? style.alarm(text) : text
  }

  private func bar(_ load: LoadFigure) -> String {
    let capacity = cells(100)
    let (before, after) = (cells(load.percentBefore), cells(load.percentAfter))
    var text = ""
    for cell in 0..<barWidth {
      text += cell < after ? "█" : cell < before ? "░" : cell == capacity ? "│" : " "
    }
    return text
  }

  private func cells(_ percent: Int64) -> Int { Int(min(percent, scale)) * (barWidth - 1) / Int(scale) }

  private func whole(_ minutes: Int64) -> String { NumberText.grouped((minutes + 30) / 60) }
}
