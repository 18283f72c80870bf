public import PlanDocument

/// A sweep as a page of a terminal: what it decides, the cheapest units, what is missing.
public struct SweepText: Sendable {
  private let document: SweepDocument
  private let commandForAll: String
  private static let shownUnits = 10

  /// - Parameter commandForAll: computes what is missing.
  public init(_ document: SweepDocument, commandForAll: String) {
    self.document = document
    self.commandForAll = commandForAll
  }

  public func render() -> String {
    let words = SweepWords(document: document)
    var lines = [words.title] + words.verdict + [""]
    let ranked = words.ranked.filter { $0.result.facts != nil }.prefix(SweepText.shownUnits)
    if !ranked.isEmpty { lines.append(row(["unit", "cost", "gap", "overloaded", "no CSM", "moves", "", ""])) }
    for unit in ranked {
      guard let facts = unit.result.facts else { continue }
      lines.append(
        row([
          String(unit.index), NumberText.hours(facts.objective), facts.certifiedGap.map(NumberText.gap) ?? "n/a",
          NumberText.grouped(facts.overloaded), NumberText.grouped(facts.unassigned), NumberText.grouped(facts.moves),
          words.standing(unit), words.values(unit.values),
        ]))
    }
    return (lines + missing).map { Terminal(escaping: $0).rendered }.joined(separator: "\n") + "\n"
  }

  private var missing: [String] {
    guard !document.missing.isEmpty else { return [] }
    let shown = document.missing.prefix(SweepText.shownUnits)
    let more = document.missing.count - shown.count
    return ["", "Missing:"] + shown.map { "  unit \($0.index): \($0.reason) \($0.command)" }
      + (more > 0 ? ["  and \(more) more, all in sweep.json"] : []) + ["All of them: \(commandForAll)"]
  }

  private func row(_ cells: [String]) -> String {
    let widths = [6, 13, 9, 11, 7, 6]
    return cells.enumerated().map { index, text in
      index < widths.count ? TerminalColumns.fitted(text, widths[index], right: true) : "  " + text
    }.joined()
  }
}
