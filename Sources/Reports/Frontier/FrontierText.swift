public import PlanDocument

/// The frontier as a table of a terminal.
public struct FrontierText: Sendable {
  private let document: FrontierDocument

  public init(_ document: FrontierDocument) { self.document = document }

  public func render() -> String {
    let words = FrontierWords(document: document)
    var lines = [words.title, ""]
    lines.append(row(["limit", "plan", "no plan under", "gap", "moves", "overloaded", ""]))
    lines += document.points.map { point in
      row([
        words.value(point.at), NumberText.hours(point.objective),
        point.certifiedBound.map(NumberText.hours) ?? "n/a", FrontierWords.gap(point), NumberText.grouped(point.moves),
        NumberText.grouped(point.overloaded), mark(point),
      ])
    }
    for (value, reason) in document.without.sorted(by: { $0.key < $1.key }) {
      lines.append("\(value): \(Terminal(escaping: reason).rendered)")
    }
    if let knee = words.knee { lines += ["", Terminal(escaping: knee).rendered] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mark(_ point: FrontierDocument.Point) -> String {
    point.at == document.knee ? "<- knee" : point.isDominated ? "no better" : ""
  }

  private func row(_ cells: [String]) -> String {
    let widths = [15, 13, 14, 9, 8, 11]
    let fitted = cells.enumerated().map { index, text in
      index < widths.count
        ? TerminalColumns.fitted(Terminal(escaping: text).rendered, widths[index], right: true) : "  " + text
    }
    return fitted.joined()
  }
}
