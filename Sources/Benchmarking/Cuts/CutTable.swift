/// Measurements of cuts as a table of Markdown: a line for each model and family.
package struct CutTable: Sendable {
  private var rows: [[String]] = []

  package init() {}

  package mutating func add(_ measurement: CutMeasurement?, of model: String) {
    guard let measurement else { return rows.append([model, "-", "no gap to close", "-", "-", "-", "-"]) }
    for row in measurement.rows {
      rows.append([
        model, DecimalText.percent(measurement.gap), row.family, DecimalText.percent(row.closed),
        DecimalText.percent(row.certified), "\(row.cutCount)", DecimalText.fixed(row.processorSeconds, digits: 2),
      ])
    }
  }

  package var markdown: String {
    MarkdownTable(
      titles: ["model", "gap of the relaxation", "cuts", "closed", "certified", "in the proof", "CPU s"], rows: rows
    ).text
  }
}
