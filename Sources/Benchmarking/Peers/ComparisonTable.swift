/// Solvers side by side, as a Markdown table.
package struct ComparisonTable: Sendable {
  private let results: [PeerResult]

  package init(_ results: [PeerResult]) { self.results = results }

  package var markdown: String {
    let marks = GapMarks.shown.map { "to \(DecimalText.percent($0.fraction))" }
    let titles =
      ["solver", "first plan"] + marks + ["plan", "bound", "gap", "plan checked", "processor", "memory", "status"]
    return MarkdownTable(titles: titles, rows: results.map(row)).text + "\n" + note
  }

  private func row(_ result: PeerResult) -> [String] {
    func points(_ value: Double?) -> String { value.map { DecimalText.fixed($0, digits: 1) } ?? "-" }
    let marks = GapMarks.shown.map { ResultTable.time([result.secondsToGap[$0.name]]) }
    let values = [
      points(result.objective), points(result.bound), result.gap.map(DecimalText.percent) ?? "-",
      result.check == .unchecked ? "-" : result.check.rawValue,
      result.processorSeconds.map { DecimalText.fixed($0, digits: 1) } ?? "-",
      result.peakBytes.map { "\($0 / 1_000_000) MB" } ?? "-", result.status.replacing("|", with: "/"),
    ]
    return [result.solver, ResultTable.time([result.firstPlan])] + marks + values
  }

  private var note: String {
    guard let first = results.first else { return "" }
    let processors = first.processors == 0 ? "all processors" : "\(first.processors) processor(s)"
    return
      "Limit \(DecimalText.fixed(first.timeLimit, digits: 0)) s, \(processors) for each solver, one after another. "
      + "Seconds since the solver had read its model; `processor` and memory are of the whole program, for the modules of "
      + "Python with the interpreter. The bound of Ballast is certified, all others are claimed.\n"
  }
}
