import PlanDocument
import Portfolio

/// The book of every CSM before and after: one line each, and behind it the accounts and the months.
struct HTMLBooks {
  let context: ReportContext
  let limits: HTMLReport.Limits

  /// More books than these are printed only where the reader opened them: the accounts of a large team fill
  /// hundreds of pages.
  private static let printed = 20

  private var books: ArraySlice<BookDocument> { context.books.prefix(limits.csms) }

  var markup: HTML {
    let table = HTMLPage.table(
      "Books before and after", class: "books", head: head, rows: books.map(row).joined(separator: ""))
    return HTMLPage.section(
      "books", "Books", lead: "What each CSM holds before and after. Renewals are those inside the horizon.",
      table + fairness + details)
  }

  /// What everybody gains and gives up, side by side.
  private var fairness: HTML {
    let rows = FairnessFigures(context).rows.prefix(limits.csms)
    guard !rows.isEmpty else { return "" }
    let lines = rows.map { row -> HTML in
      let figures = [row.hours, row.arr, row.atRisk, row.newRelationships, row.received, row.given]
      let cells = figures.map { figure -> HTML in "<td class=\"n\">\(figure)</td>" }
      return "<tr><th scope=\"row\">\(HTML.name(row.csm))</th>\(cells)<td>\(row.reasons)</td></tr>\n"
    }
    let heads = FairnessFigures.headings.map { label -> HTML in "<th scope=\"col\" class=\"n\">\(label)</th>" }
    let table = HTMLPage.table(
      "What changes for each person",
      head: "<tr><th scope=\"col\">CSM</th>\(heads)<th scope=\"col\">What for</th></tr>",
      rows: lines.joined(separator: ""))
    return "<h3>What changes for each person</h3>\n<p class=\"quiet\">\(FairnessFigures.lead)</p>\n\(table)"
  }

  private var head: HTML {
    let labels = [
      "Accounts", "Strategic", "At risk", "Renewals", "Hours a month", "ARR \(context.document.currency)",
    ]
    let cells = labels.map { label -> HTML in "<th scope=\"col\" class=\"n\">\(label)</th>" }
    return "<tr><th scope=\"col\">CSM</th>\(cells)</tr>"
  }

  private func row(_ book: BookDocument) -> HTML {
    let (before, after) = (book.before, book.after)
    let pairs = [
      ("\(before.accounts)", "\(after.accounts)"), ("\(before.strategic)", "\(after.strategic)"),
      ("\(before.atRisk)", "\(after.atRisk)"), ("\(before.renewals)", "\(after.renewals)"),
      (NumberText.hours(minutes: before.minutes), NumberText.hours(minutes: after.minutes)),
      (NumberText.grouped(before.arr), NumberText.grouped(after.arr)),
    ]
    let cells = pairs.map { pair -> HTML in "<td class=\"n\">\(HTMLText.change(pair.0, pair.1))</td>" }
    let name = HTML.name(context.csmName(book.csm))
    return "<tr><th scope=\"row\">\(name)\(HTMLText.csmNote(book, asOf: context.document.asOf))</th>\(cells)</tr>\n"
  }

  private var details: HTML {
    let summaries = Dictionary(
      context.document.explanations.csms.map { ($0.csm, $0.summary) }, uniquingKeysWith: { first, _ in first }
    )
    let entries = entriesByCSM
    let items = books.map { book -> HTML in
      let facts = [book.team.map { "team \($0)" }, book.regions.joined(separator: ", ")].compactMap { $0 }
      let summary: HTML = summaries[book.csm].map { "<p class=\"why\">\($0)</p>\n" } ?? ""
      return """
        <details class="\(books.count > HTMLBooks.printed ? "book" : "book printed")"><summary><b>\(HTML.name(context.csmName(book.csm)))</b> \
        <small>\(facts.joined(separator: " · "))</small></summary>
        \(summary)\(accounts(entries[book.csm] ?? []))\(months(book))</details>

        """
    }
    return "<h3>Book by book</h3>\n\(items)"
  }

  private struct Entry {
    var account: String
    var change: HTML
  }

  /// What each CSM holds at the end or has given away, in order of account.
  private var entriesByCSM: [String: [Entry]] {
    let handoffs = Dictionary(
      context.handoffs.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [String: [Entry]] = [:]
    for assignment in context.document.assignments {
      let day: HTML =
        (handoffs[assignment.account]?.effective ?? assignment.effective).map {
          " <time>on \($0.description)</time>"
        } ?? ""
      if let csm = assignment.csm {
        let isNew = assignment.previous != csm
        let from = context.csmName(assignment.previous)
        let change: HTML =
          isNew ? "\(HTMLText.badge("in", "in")) from \(HTML.name(from))\(day)" : cover(assignment)
        entries[csm, default: []].append(Entry(account: assignment.account, change: change))
      }
      if let previous = assignment.previous, previous != assignment.csm {
        let change: HTML =
          "\(HTMLText.badge("out", "out")) to \(HTML.name(context.csmName(assignment.csm)))\(day)"
        entries[previous, default: []].append(Entry(account: assignment.account, change: change))
      }
    }
    return entries
  }

  private func cover(_ assignment: Assignment) -> HTML {
    assignment.cover.map { "covered by \(HTML.name(context.csmName($0)))" } ?? ""
  }

  private func accounts(_ entries: [Entry]) -> HTML {
    guard !entries.isEmpty else { return "<p class=\"quiet\">No accounts.</p>\n" }
    let rows = entries.prefix(limits.accountsPerBook).map { entry -> HTML in
      let account = context.account(entry.account)
      let risk: HTML = account?.atRisk == true ? " \(HTMLText.badge("at risk", "risk"))" : ""
      let mark = account?.estimated == true ? "≈ " : ""
      return """
        <tr><th scope="row">\(HTML.name(context.accountName(entry.account)))\(risk)</th><td class="w">\(account?.tier ?? "")</td>\
        <td class="n">\(mark)\(account.map { NumberText.hours(minutes: $0.effort) } ?? "")</td>\
        <td class="n">\(account?.arr.map { NumberText.grouped($0) } ?? "")</td>\
        <td class="w">\(account?.renewalDate.map { $0.description } ?? "")</td><td class="change">\(entry.change)</td></tr>

        """
    }
    let left = entries.count - rows.count
    let more: HTML = left > 0 ? "<p class=\"quiet\">\(left) more accounts are in assignments.csv.</p>\n" : ""
    let head: HTML = """
      <tr><th scope="col">Account</th><th scope="col">Tier</th><th scope="col" class="n">Hours a month</th>\
      <th scope="col" class="n">ARR</th><th scope="col">Renews</th><th scope="col">Change</th></tr>
      """
    return HTMLPage.table("Accounts", head: head, rows: rows.joined(separator: "")) + more
  }

  private func months(_ book: BookDocument) -> HTML {
    let rows = book.periods.map { period -> HTML in
      """
      <tr><th scope="row">\(context.label(period: period.period))</th>\
      <td class="n">\(NumberText.hours(minutes: period.capacity))</td>\
      <td class="n">\(NumberText.hours(minutes: period.inheritedMinutes))</td>\
      <td class="n">\(NumberText.hours(minutes: period.minutes))</td>\
      <td class="n">\(NumberText.percent(period.minutes, of: period.capacity))</td>\
      <td class="n">\(period.handoffsIn)</td><td class="n">\(period.handoffsOut)</td></tr>

      """
    }
    let labels = ["Capacity h", "If nothing moved h", "Plan h", "Utilisation", "In", "Out"]
    let heads = labels.map { label -> HTML in "<th scope=\"col\" class=\"n\">\(label)</th>" }
    return HTMLPage.table(
      "Periods", head: "<tr><th scope=\"col\">Period</th>\(heads)</tr>", rows: rows.joined(separator: ""))
  }
}
