/// Free MPS with one entry a line.
struct MPSWriter {
  private let named: NamedFormulation
  private var formulation: Formulation { named.formulation }

  init(_ named: NamedFormulation) { self.named = named }

  func text() -> String {
    var lines = ["NAME ballast", "ROWS", " N points"]
    for (index, row) in formulation.rows.enumerated() {
      lines.append(" \(kind(of: row)) \(named.rowNames[index])")
    }
    appendColumns(to: &lines)
    lines.append("RHS")
    for (index, row) in formulation.rows.enumerated() {
      if let side = row.upper ?? row.lower, side != 0 {
        lines.append(" RHS \(named.rowNames[index]) \(side)")
      }
    }
    appendRanges(to: &lines)
    appendBounds(to: &lines)
    lines.append("ENDATA")
    return lines.joined(separator: "\n") + "\n"
  }

  private func kind(of row: Formulation.Row) -> String {
    if row.lower == row.upper { return row.lower == nil ? "N" : "E" }
    return row.upper == nil ? "G" : "L"
  }

  /// Options first, between the markers that make them integer, then the continuous intervals.
  private func appendColumns(to lines: inout [String]) {
    lines += ["COLUMNS", " M1 'MARKER' 'INTORG'"]
    for column in formulation.columns.indices where named.isOption(column) { append(column, to: &lines) }
    lines.append(" M2 'MARKER' 'INTEND'")
    for column in formulation.columns.indices where !named.isOption(column) { append(column, to: &lines) }
    lines.append(" \(NamedFormulation.constantName) points \(NamedFormulation.points(formulation.constant))")
  }

  private func append(_ column: Int, to lines: inout [String]) {
    let name = named.columnNames[column]
    lines.append(" \(name) points \(NamedFormulation.points(formulation.columns[column].cost))")
    for entry in formulation.entries(ofColumn: column) {
      let row = named.rowNames[Int(formulation.entryRows[entry])]
      lines.append(" \(name) \(row) \(formulation.entryValues[entry])")
    }
  }

  private func appendRanges(to lines: inout [String]) {
    let ranged = formulation.rows.indices.filter { index in
      let row = formulation.rows[index]
      return row.lower != nil && row.upper != nil && row.lower != row.upper
    }
    guard !ranged.isEmpty else { return }
    lines.append("RANGES")
    for index in ranged {
      guard let lower = formulation.rows[index].lower, let upper = formulation.rows[index].upper else {
        continue
      }
      lines.append(" RNG \(named.rowNames[index]) \(upper - lower)")
    }
  }

  private func appendBounds(to lines: inout [String]) {
    lines.append("BOUNDS")
    for (index, column) in formulation.columns.enumerated() {
      lines.append(" UP BND \(named.columnNames[index]) \(column.upper)")
    }
    lines.append(" FX BND \(NamedFormulation.constantName) 1")
  }
}
