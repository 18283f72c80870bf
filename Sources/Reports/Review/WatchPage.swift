public import PlanDocument
import Portfolio

/// What has changed since the last review, for the terminal or a mail: one line for each finding, its id at the end.
public struct WatchPage: Sendable {
  private let changes: WatchDocument
  private let context: ReviewContext
  /// Of what is no longer found only the last review knows the names.
  private let earlier: ReviewContext
  private let width: Int
  private let style: TerminalStyle
  private let paths: [String]
  private static let rows = 25

  public init(
    _ changes: WatchDocument, review: ReviewDocument, previous: ReviewDocument?, width: Int = 100, color: Bool = false,
    paths: [String] = []
  ) {
    self.changes = changes
    context = ReviewContext(review)
    earlier = ReviewContext(previous ?? review)
    self.width = min(160, max(60, width))
    style = TerminalStyle(color: color)
    self.paths = paths
  }

  public func render() -> String {
    let worse = Dictionary(changes.worse.map { ($0.finding.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sections = [
      [headline],
      section("New", changes.new, context) { _ in "" },
      section("Worse", changes.worse.map(\.finding), context) { worse[$0.id].map(WatchPage.growth) ?? "" },
      section("Back from a snooze", changes.back, context) { _ in "" },
      section("Resolved", changes.resolved, earlier) { $0.history.map { "; seen since \($0.firstSeen)" } ?? "" },
      rest, files,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var headline: String {
    let since = changes.previous.map { "since \($0)" } ?? "first run: everything is new"
    let counts = [
      (changes.new.count, "new"), (changes.worse.count, "worse"), (changes.back.count, "back"),
      (changes.resolved.count, "resolved"),
    ].filter { $0.0 > 0 }.map { "\(NumberText.grouped($0.0)) \($0.1)" }
    return style.bold("\(changes.asOf), \(since): ")
      + (counts.isEmpty ? "nothing has changed" : counts.joined(separator: ", "))
  }

  private func section(
    _ title: String, _ findings: [ReviewFinding], _ context: ReviewContext, _ addition: (ReviewFinding) -> String
  ) -> [String] {
    guard !findings.isEmpty else { return [] }
    let words = ReviewWords(context: context)
    let lines = findings.prefix(WatchPage.rows).flatMap { finding -> [String] in
      let name = TerminalColumns.fitted(Terminal(escaping: context.name(finding)).rendered, 24)
      let says = "\(ReviewWords.title(finding.kind)): \(words.cause(finding))\(addition(finding))"
      let action = "\(ReviewWords.action(finding.action)) by \(finding.due): \(context.ownerName(finding))"
      return row("   \(name)  ", says) + row("   \(finding.id)           ", action).map(style.quiet)
    }
    let more = findings.count - WatchPage.rows
    return [style.bold(title)] + lines + (more > 0 ? ["   ... and \(NumberText.grouped(more)) more"] : [])
  }

  private func row(_ start: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: TerminalColumns.width(start))
    let lines = TerminalColumns.wrapped(Terminal(escaping: text).rendered, width, indent: indent, lines: 2)
    return lines.enumerated().map { $0.offset == 0 ? start + $0.element.dropFirst(indent.count) : $0.element }
  }

  /// What the number counts is said by the kind.
  private static func growth(_ worsened: WatchDocument.Worsened) -> String {
    let value = { (number: Int64) -> String in
      switch worsened.finding.kind {
      case .risk, .headspace: NumberText.grouped(number)
      case .underServed, .overServed: "\(NumberText.hours(minutes: number)) h"
      case .concentration, .neglected: ReviewWords.permille(number)
      default: NumberText.grouped(number)
      }
    }
    let what =
      switch worsened.finding.kind {
      case .risk: "; value at risk"
      case .headspace: "; loss a year"
      case .underServed, .overServed: "; gap"
      case .concentration: "; share of ARR"
      case .neglected: "; not looked at"
      case .silent: "; signs of leaving"
      default: "; cadences passed"
      }
    return "\(what) \(value(worsened.now)), was \(value(worsened.before))"
  }

  private var rest: [String] {
    let counts = [
      (changes.unchanged, "unchanged"), (changes.dismissed, "dismissed"), (changes.snoozed, "snoozed"),
    ].filter { $0.0 > 0 }.map { "\(NumberText.grouped($0.0)) \($0.1)" }
    let unknown = changes.unknownDecisions
    let lost =
      unknown.isEmpty
      ? []
      : [
        "\(NumberText.plural(unknown.count, "decision is", "decisions are")) about findings that are no more: \(unknown.prefix(3).joined(separator: ", "))"
      ]
    return (counts.isEmpty ? [] : ["Not shown: " + counts.joined(separator: ", ")]).map(style.quiet) + lost
  }

  /// Paths are never cut: they are there to be opened.
  private var files: [String] {
    paths.isEmpty ? [] : [style.quiet("Written: ") + Terminal(escaping: paths.joined(separator: ", ")).rendered]
  }
}
