public import PlanDocument
import Portfolio

/// A plan in some 25 lines: fit to be pasted into a chat by somebody who is tired.
public struct TerminalSummary: Sendable {
  private static let csmRows = 8
  private static let moveRows = 3
  private static let attentionRows = 4

  private let document: PlanDocument
  private let width: Int
  private let style: TerminalStyle
  private let paths: [String]

  /// `paths` are the files that were written, as the reader can open them.
  public init(_ document: PlanDocument, width: Int = 100, color: Bool = false, paths: [String] = []) {
    self.document = document
    self.width = min(160, max(60, width))
    style = TerminalStyle(color: color)
    self.paths = paths
  }

  public func render() -> String {
    let context = ReportContext(document)
    let sections = [
      headline(context), robust(context), levels, loads(context), ranges(context), moves(context), attention(context),
      alternatives(context), files,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func headline(_ context: ReportContext) -> [String] {
    let facts = HeadlineFacts(context)
    let proof = ProofText(document: document)
    let before = [
      ScenarioLine.text(context).map { style.warning(fit($0)) }, style.bold(fit(facts.sentence(document.totals))),
      fit(facts.breakdown(document.totals)), fit(context.horizonText), style.bold(fit(proof.statement)),
    ]
    let after = [
      proof.claim.map(fit), fit("The search \(proof.ending), after \(NumberText.seconds(document.run.seconds))."),
    ]
    return before.compactMap { $0 } + wrap(proof.figures, indent: "", lines: 2) + after.compactMap { $0 }
  }

  private func robust(_ context: ReportContext) -> [String] {
    RobustLine.text(context).map { wrap($0, indent: "", lines: 3) } ?? []
  }

  private var levels: [String] {
    let lines = LevelLine.lines(document)
    guard !lines.isEmpty else { return [] }
    return [style.quiet("Levels, the most important first")]
      + lines.map { fit("  \($0.number) \($0.name): \($0.charges), \($0.proof)") }
  }

  private func loads(_ context: ReportContext) -> [String] {
    let sorted = context.loadsByUtilisation
    let shown = sorted.prefix(TerminalSummary.csmRows)
    let top = shown.flatMap { [$0.percentBefore, $0.percentAfter] }.max() ?? 0
    let bars = LoadBars(context: context, width: width, scale: min(200, max(110, top)), style: style)
    var lines = [style.quiet(bars.heading)] + shown.map(bars.line)
    if sorted.count > shown.count {
      lines.append("... and \(sorted.count - shown.count) more in report.html")
    }
    return lines
  }

  private func moves(_ context: ReportContext) -> [String] {
    let sorted = context.handoffsByGain
    guard !sorted.isEmpty else { return [] }
    let shown = sorted.prefix(TerminalSummary.moveRows)
    let title = sorted.count > shown.count ? "Largest moves (of \(sorted.count))" : "Moves"
    return [style.quiet(title)]
      + shown.flatMap { [fit("  " + move($0, context))] + wrap($0.reason, indent: "    ", lines: 3) }
  }

  /// Who has the widest range first: there a word with the lead may change something.
  private func ranges(_ context: ReportContext) -> [String] {
    guard let ranges = document.loadRanges else { return [] }
    let lines = LoadRangeLine.lines(context)
    var shown = lines.prefix(TerminalSummary.csmRows).map { fit("  \($0.name) \($0.text)") }
    if lines.count > shown.count { shown.append("  ... and \(lines.count - shown.count) more in report.html") }
    return [style.quiet("What the loads could have been")] + shown
      + wrap(LoadRangeLine.note(ranges, context), indent: "  ", lines: 2)
  }

  private func alternatives(_ context: ReportContext) -> [String] {
    guard let alternatives = document.alternatives else { return [] }
    let lines = alternatives.plans.map { AlternativeLine($0, context) }
      .map { fit("  \($0.number) \($0.cost); \($0.difference): \($0.file)") }
    let ending = AlternativeLine.ending(alternatives).map { wrap($0, indent: "  ", lines: 3) } ?? []
    return [style.quiet("Alternatives")] + lines + ending
  }

  private func move(_ handoff: HandoffDocument, _ context: ReportContext) -> String {
    let gain = context.explanation(handoff.account)?.gain.map { ", \(NumberText.signedHours($0))" } ?? ""
    return "\(handoff.effective) \(context.accountName(handoff.account)): \(context.csmName(handoff.from)) → "
      + "\(context.csmName(handoff.to))\(gain)"
  }

  /// One line for each CSM whose hours are over the limit on arrival, the worst period; every other breach as it is.
  private var inherited: [String] {
    var hours: [String: [InheritedBreachDocument]] = [:]
    for breach in document.inheritedBreaches where breach.unit == "minutes" {
      hours[breach.csm, default: []].append(breach)
    }
    let overloads = hours.sorted { $0.key < $1.key }.compactMap { _, breaches -> String? in
      let worst = breaches.max { ($0.before ?? 0, $1.period ?? 0) < ($1.before ?? 0, $0.period ?? 0) }
      let periods = breaches.count == 1 ? "" : ", worst of \(breaches.count) periods"
      return worst.map { "Inherited\(periods): \($0.message)" }
    }
    return overloads + document.inheritedBreaches.filter { $0.unit != "minutes" }.map { "Inherited: \($0.message)" }
  }

  /// Accounts without a moment, with what would open the most of them, in one line.
  private func closed(_ context: ReportContext) -> [String] {
    let summary = ClosedSummary(context)
    guard summary.count > 0 else { return [] }
    let later = summary.opensLater == 0 ? "" : ", \(NumberText.grouped(summary.opensLater)) have one later"
    let text = "No permitted moment: \(NumberText.plural(summary.count, "account", "accounts"))\(later)."
    guard let best = summary.rows.max(by: { $0.opened < $1.opened }), best.opened > 0 else { return [text] }
    let longer = text + " \(best.title): without it \(NumberText.grouped(best.opened)) now."
    return [TerminalColumns.width(longer) + 4 <= width ? longer : text]
  }

  private func attention(_ context: ReportContext) -> [String] {
    let unassigned = context.unassigned.map { "Without a CSM: \(context.accountName($0.account))" }
    let items =
      unassigned + document.shortages.map { "Short of people: \($0.message)" }
      + closed(context) + inherited
    guard !items.isEmpty else { return [] }
    let shown = items.prefix(TerminalSummary.attentionRows)
    var lines =
      [style.quiet("Needs attention")] + shown.flatMap { wrap("! " + $0, indent: "  ", lines: 2).map(style.warning) }
    if items.count > shown.count {
      lines.append("  ... and \(items.count - shown.count) more in report.html")
    }
    return lines
  }

  /// Paths are never cut: they are there to be opened.
  private var files: [String] {
    paths.isEmpty
      ? [] : [style.quiet("Written: ") + Terminal(escaping: paths.joined(separator: ", ")).rendered]
  }

  private func wrap(_ text: String, indent: String, lines: Int) -> [String] {
    TerminalColumns.wrapped(Terminal(escaping: text).rendered, width, indent: indent, lines: lines)
  }

  private func fit(_ text: String) -> String {
    TerminalColumns.shortened(Terminal(escaping: text).rendered, width)
  }
}
