import PlanDocument
import Portfolio

/// The books before and after, and the load through the periods.
struct MarkdownLoads {
  let context: ReportContext

  var markdown: Markdown { "## Load and books\n\n" + books + fairness + "## Load through the periods\n\n" + months }

  private var books: Markdown {
    let rows = context.loads.map { load -> [Markdown] in
      let (before, after) = (load.book.before, load.book.after)
      return [
        "\(context.csmName(load.book.csm))", utilisation(load),
        pair(NumberText.hours(minutes: load.before), NumberText.hours(minutes: load.after)),
        pair("\(before.accounts)", "\(after.accounts)"), pair("\(before.atRisk)", "\(after.atRisk)"),
        pair("\(before.renewals)", "\(after.renewals)"),
        pair(NumberText.grouped(before.arr), NumberText.grouped(after.arr)),
      ]
    }
    return MarkdownReport.table(
      [
        "CSM", "Utilisation", "Hours a month", "Accounts", "At risk", "Renewals",
        "ARR \(context.document.currency)",
      ],
      numbers: [1, 2, 3, 4, 5, 6], rows: rows, rest: "plan.json")
  }

  private var fairness: Markdown {
    let rows = FairnessFigures(context).rows.map { row -> [Markdown] in
      [row.csm, row.hours, row.arr, row.atRisk, row.newRelationships, row.received, row.given, row.reasons].map {
        Markdown(escaping: $0)
      }
    }
    guard !rows.isEmpty else { return "" }
    let head = (["CSM"] + FairnessFigures.headings + ["What for"]).map { Markdown(escaping: $0) }
    let table = MarkdownReport.table(head, numbers: [1, 2, 3, 4, 5, 6], rows: rows, rest: "plan.json")
    return "### What changes for each person\n\n\(FairnessFigures.lead)\n\n" + table
  }

  private func utilisation(_ load: LoadFigure) -> Markdown {
    guard load.hasCapacity else { return load.book.lastDay.map { "leaves \($0.description)" } ?? "n/a" }
    let mark: Markdown = load.isOverAfter ? " ▲" : ""
    return pair("\(load.percentBefore) %", "\(load.percentAfter) %") + mark
  }

  private func pair(_ before: String, _ after: String) -> Markdown {
    before == after ? "\(after)" : "\(before) → \(after)"
  }

  private var months: Markdown {
    let horizon = context.document.horizon
    let indices = horizon.periods.map(\.index) + [horizon.periods.count]
    let head = indices.map { index -> Markdown in "\(context.label(period: index))" }
    let rows = context.books.map { book -> [Markdown] in
      ["\(context.csmName(book.csm))"]
        + indices.map { index -> Markdown in cell(book.periods.first { $0.period == index }) }
    }
    return MarkdownReport.table(
      ["CSM"] + head, numbers: Set(1...indices.count), rows: rows, rest: "plan.json")
  }

  private func cell(_ period: BookDocument.Period?) -> Markdown {
    guard let period, period.capacity > 0 else { return "–" }
    let mark: Markdown = period.minutes > period.capacity ? " ▲" : ""
    return "\(NumberText.percent(period.minutes, of: period.capacity))" + mark
  }
}
