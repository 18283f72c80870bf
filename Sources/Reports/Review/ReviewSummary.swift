public import PlanDocument
import Portfolio

/// A review for the terminal: the three questions first, few lines each.
public struct ReviewSummary: Sendable {
  private static let rows = 4
  private static let fewRows = 3

  private let context: ReviewContext
  private let width: Int
  private let style: TerminalStyle
  private let paths: [String]

  /// `paths` are the files that were written, as the reader can open them.
  public init(_ document: ReviewDocument, width: Int = 100, color: Bool = false, paths: [String] = []) {
    context = ReviewContext(document)
    self.width = min(160, max(60, width))
    style = TerminalStyle(color: color)
    self.paths = paths
  }

  private var document: ReviewDocument { context.document }
  private var totals: ReviewTotals { document.totals }
  private var words: ReviewWords { ReviewWords(context: context) }

  public func render() -> String {
    let sections = [headline, risk, windows, unseen, blindSpots, attention, concentration, matrix, notKnown, files]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var headline: [String] {
    let all = totals.all
    return [
      style.bold(
        fit(
          "\(count(all.accounts)), \(context.money(all.arr)) ARR; looked at on \(document.asOf), back to \(document.since)"
        ))
    ]
  }

  // MARK: - The three questions

  private var risk: [String] {
    let title = "1  What is at risk?  "
    guard totals.atRisk > 0 else { return [style.bold(title) + "Nothing that the data shows."] }
    let figures =
      "\(count(totals.atRisk)), \(context.money(totals.atRiskARR)); \(context.money(totals.valueAtRisk)) expected to go"
    let entries = context.entries(.risk)
    return [style.bold(title) + fit(figures, less: title)] + entries.prefix(Self.rows).flatMap(line)
      + more(entries.count, Self.rows)
  }

  private var windows: [String] {
    let title = "2  Who could grow, why now?  "
    let waiting = [
      totals.unqualified > 0
        ? "\(NumberText.grouped(totals.unqualified)) more with potential are not well enough" : nil,
      totals.qualificationNotKnown > 0
        ? "of \(NumberText.grouped(totals.qualificationNotKnown)) the health is not known" : nil,
    ].compactMap { $0 }
    let entries = context.entries(.expansion)
    let figures =
      entries.isEmpty
      ? "No window is open." : "\(count(entries.count)), potential \(context.money(totals.windowPotential))"
    let rest = waiting.isEmpty ? [] : [fit("   (" + waiting.joined(separator: "; ") + ")")]
    return [style.bold(title) + fit(figures, less: title)] + rest + entries.prefix(Self.rows).flatMap(line)
      + more(entries.count, Self.rows)
  }

  private var unseen: [String] {
    let title = "3  Who has not been looked at?  "
    guard document.knowsTouches else {
      return [style.bold(title) + "Not known: there is no column last_touch and no activity.csv."]
    }
    let all = totals.all
    let figures =
      "\(count(totals.overdue)) overdue, \(NumberText.grouped(totals.neverSeen)) without any touch on record"
    let period =
      "   Not touched since \(document.since): \(NumberText.percent(Int64(totals.untouched), of: Int64(all.accounts))) of accounts, "
      + "\(NumberText.percent(totals.untouchedARR, of: all.arr)) of ARR"
    let entries = context.entries(.unseen)
    return [style.bold(title) + fit(figures, less: title), fit(period)]
      + entries.prefix(Self.rows).flatMap(line) + more(entries.count, Self.rows)
  }

  /// Account, its amount and what is said of it; under it what may go, and what to do.
  private func line(_ entry: ReviewContext.Entry) -> [String] {
    let causes = entry.findings.map(words.cause).joined(separator: "; ")
    let action =
      "\(ReviewWords.action(entry.first.action)) by \(entry.due): \(context.ownerName(entry.first))"
      + (entry.findings.contains { $0.handoff == .yes } ? " (handoff)" : "")
    return row(context.name(entry.first), amount(entry), causes) + row("", loss(entry), action).map(style.quiet)
  }

  /// Name and amount in columns, the text beside them in at most two lines.
  private func row(_ name: String, _ amount: String, _ text: String) -> [String] {
    let first = TerminalColumns.fitted(Terminal(escaping: name).rendered, 24)
    let start = "   \(first) \(TerminalColumns.fitted(amount, 15, right: true))  "
    let indent = String(repeating: " ", count: TerminalColumns.width(start))
    let lines = TerminalColumns.wrapped(Terminal(escaping: text).rendered, width, indent: indent, lines: 2)
    return lines.enumerated().map { $0.offset == 0 ? start + $0.element.dropFirst(indent.count) : $0.element }
  }

  private func loss(_ entry: ReviewContext.Entry) -> String {
    guard entry.first.kind == .risk, let account = entry.account, let value = account.valueAtRisk else { return "" }
    return (account.isChurnAtLeast == true ? "≥" : "") + "\(NumberText.grouped(value)) may go"
  }

  private func amount(_ entry: ReviewContext.Entry) -> String {
    let amount = entry.first.kind == .expansion ? entry.account?.potential : entry.account?.arr
    return amount.map(NumberText.grouped) ?? "not known"
  }

  private func more(_ count: Int, _ shown: Int) -> [String] {
    count > shown ? ["   ... and \(NumberText.grouped(count - shown)) more in review.html"] : []
  }

  // MARK: - The rest

  private var blindSpots: [String] {
    let silent = context.findings(.silent)
    let counted = { (cause: ReviewCause) in NumberText.grouped(silent.count { $0.cause == cause.rawValue }) }
    let lines = [
      silent.isEmpty
        ? nil
        : "Silent: \(NumberText.grouped(silent.count)), of these \(counted(.leaving)) leaving, \(counted(.healthy)) healthy, \(counted(.unknown)) not to be told",
      counts(.transition, "In transition"), counts(.middle, "Drifting in the middle"),
      counts(.unmapped, "High value, potential not known"),
    ].compactMap { $0 }
    let leaving = context.entries(.silent) { $0.cause == ReviewCause.leaving.rawValue }
    return lines.isEmpty
      ? [] : [style.bold("Blind spots")] + lines.map { fit("   " + $0) } + leaving.prefix(Self.fewRows).flatMap(line)
  }

  private func counts(_ kind: ReviewFinding.Kind, _ title: String) -> String? {
    let entries = context.entries(kind)
    return entries.isEmpty ? nil : "\(title): \(NumberText.grouped(entries.count))"
  }

  private var attention: [String] {
    let table = document.attention
    let noise =
      table.noisePermille.map {
        "noise \(ReviewWords.permille($0)): so much of the hours lies where it is not called for"
      }
      ?? "noise not known: no hours are known to be given"
    let (under, over) = (context.findings(.underServed), context.findings(.overServed))
    var lines = [fit("   \(noise)"), fit("   (\(ReviewWords.source(table.source)))")]
    if !under.isEmpty || !over.isEmpty {
      lines.append(
        fit("   \(NumberText.grouped(under.count)) under-served, \(NumberText.grouped(over.count)) over-served"))
    }
    lines += under.prefix(2).map { fit("   too few:  \(context.name($0)), \(words.cause($0))") }
    lines += over.prefix(2).map { fit("   too many: \(context.name($0)), \(words.cause($0))") }
    if totals.costly > 0 {
      lines.append(
        fit(
          "   \(count(totals.costly)) cost more than they bring; a pool would free \(NumberText.hours(minutes: totals.minutesFreed)) h a month"
        ))
    }
    return [style.bold("Attention")] + lines
  }

  private var concentration: [String] {
    let findings = context.findings(.concentration) + context.findings(.neglected)
    guard !findings.isEmpty else { return [] }
    let lines = findings.prefix(Self.rows).map { finding in
      let dimension = finding.segment.map { ReviewWords.dimension($0.dimension) } ?? ""
      return fit("   \(context.name(finding)) (\(dimension)): \(words.cause(finding))")
    }
    return [style.bold("Concentration")] + lines + more(findings.count, Self.rows)
  }

  private var matrix: [String] {
    guard let base = document.matrices.first else { return [] }
    let lines = base.cells.filter { $0.tally.accounts > 0 }.map { cell in
      let name = TerminalColumns.fitted(ReviewWords.posture(cell.posture), 20)
      let accounts = TerminalColumns.fitted(NumberText.grouped(cell.tally.accounts), 7, right: true)
      let arr = TerminalColumns.fitted(NumberText.short(cell.tally.arr), 9, right: true)
      let given = NumberText.grouped((cell.tally.minutesGiven + 30) / 60)
      let called = NumberText.grouped((cell.tally.minutesCalled + 30) / 60)
      return fit("   \(name) \(accounts) \(arr)   \(given) h given, \(called) h called for")
    }
    return [style.bold("Value x potential") + style.quiet("      accounts       ARR   per month")] + lines
  }

  private var notKnown: [String] {
    let accounts = totals.all.accounts
    let gaps = [
      ("ARR", totals.withARR), ("potential", totals.withPotential), ("health", totals.withHealth),
      ("last touch", totals.withTouch), ("usage trend", totals.withUsage), ("sponsor", totals.withSponsor),
    ].filter { $0.1 < accounts }.map { "\($0.0) of \(NumberText.grouped(accounts - $0.1))" }
    guard !gaps.isEmpty else { return [] }
    return TerminalColumns.wrapped(
      "Not known, and not guessed: " + gaps.joined(separator: ", "), width, indent: "", lines: 2
    )
    .map(style.quiet)
  }

  /// Paths are never cut: they are there to be opened.
  private var files: [String] {
    paths.isEmpty ? [] : [style.quiet("Written: ") + Terminal(escaping: paths.joined(separator: ", ")).rendered]
  }

  private func count(_ accounts: Int) -> String { NumberText.plural(accounts, "account", "accounts") }

  private func fit(_ text: String, less title: String = "") -> String {
    TerminalColumns.shortened(Terminal(escaping: text).rendered, width - TerminalColumns.width(title))
  }
}
