/// Medians of runs by family, as a Markdown table.
package struct ResultTable: Sendable {
  private let results: [CaseResult]

  package init(_ results: [CaseResult]) { self.results = results }

  package var markdown: String {
    let marks = GapMarks.shown.map { "to \(DecimalText.percent($0.fraction))" }
    let titles = ["family", "seeds", "first plan"] + marks + ["certified gap", "claimed gap", "total", "memory"]
    let rows = families.map(row)
    return MarkdownTable(titles: titles, rows: rows).text
      + "\nMedians; times in seconds, since the search began, but `total` with reading, compiling and writing. "
      + "`2/5`: so many of the runs reached the gap, fewer than half.\n"
  }

  /// In the order of their first run.
  private var families: [String] {
    results.map(\.family).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  private func row(_ family: String) -> [String] {
    let runs = results.filter { $0.family == family }
    let marks = GapMarks.shown.map { mark in ResultTable.time(runs.map { $0.secondsToGap[mark.name] }) }
    let gaps = [runs.map(\.certifiedGap), runs.map(\.gap)].map { values in
      Median.of(values.map { $0 ?? .infinity }).map { $0.isFinite ? DecimalText.percent($0) : "none" } ?? "-"
    }
    let total = Median.of(runs.map(\.totalSeconds)).map { DecimalText.fixed($0, digits: 1) } ?? "-"
    let memory = Median.of(runs.map { Double($0.peakBytes) }).map { "\(DecimalText.fixed($0 / 1e6, digits: 0)) MB" }
    let faults = runs.count { $0.verified == false || $0.exitCode != 0 }
    return [
      family, "\(runs.count)" + (faults > 0 ? " (\(faults) failed)" : ""), ResultTable.time(runs.map(\.firstPlan)),
    ]
      + marks + gaps + [total, memory ?? "-"]
  }

  /// A run that did not get there takes longer than all that did.
  static func time(_ seconds: [Double?]) -> String {
    let reached = seconds.compactMap { $0 }.count
    guard let median = Median.of(seconds.map { $0 ?? .infinity }) else { return "-" }
    guard median.isFinite else { return reached == 0 ? "-" : "\(reached)/\(seconds.count)" }
    return DecimalText.fixed(median, digits: median < 10 ? 2 : 1)
  }
}

enum Median {
  /// Of an even number of values, the larger of the two in the middle: no better than what was seen.
  static func of(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
