/// CPLEX LP, one term a line so that no line grows too long for a reader.
struct LPWriter {
  private let named: NamedFormulation
  private var formulation: Formulation { named.formulation }

  init(_ named: NamedFormulation) { self.named = named }

  func text() -> String {
    var lines = ["Minimize", " points:"]
    for (index, column) in formulation.columns.enumerated() {
      lines.append("  + \(NamedFormulation.points(column.cost)) \(named.columnNames[index])")
    }
    lines.append("  \(signed(formulation.constant)) \(NamedFormulation.constantName)")
    lines.append("Subject To")
    appendRows(to: &lines)
    appendBounds(to: &lines)
    lines.append("Binary")
    for index in formulation.columns.indices where named.isOption(index) {
      lines.append(" \(named.columnNames[index])")
    }
    lines.append("End")
    return lines.joined(separator: "\n") + "\n"
  }

  private func signed(_ micropoints: Int64) -> String {
    let text = NamedFormulation.points(micropoints)
    return text.hasPrefix("-") ? "- \(text.dropFirst())" : "+ \(text)"
  }

  private func appendRows(to lines: inout [String]) {
    let terms = termsByRow()
    for (index, row) in formulation.rows.enumerated() where !terms[index].isEmpty {
      let name = named.rowNames[index]
      if let lower = row.lower, row.lower == row.upper {
        lines += [" \(name):"] + terms[index] + ["  = \(lower)"]
        continue
      }
      if let upper = row.upper { lines += [" \(name):"] + terms[index] + ["  <= \(upper)"] }
      if let lower = row.lower {
        lines += [" \(row.upper == nil ? name : name + "_low"):"] + terms[index] + ["  >= \(lower)"]
      }
    }
  }

  private func termsByRow() -> [[String]] {
    var terms = [[String]](repeating: [], count: formulation.rows.count)
    for column in formulation.columns.indices {
      for entry in formulation.entries(ofColumn: column) {
        let value = formulation.entryValues[entry]
        let sign = value < 0 ? "-" : "+"
        terms[Int(formulation.entryRows[entry])].append(
          "  \(sign) \(value.magnitude) \(named.columnNames[column])")
      }
    }
    return terms
  }

  private func appendBounds(to lines: inout [String]) {
    lines.append("Bounds")
    for (index, column) in formulation.columns.enumerated() where !named.isOption(index) {
      lines.append(" 0 <= \(named.columnNames[index]) <= \(column.upper)")
    }
    lines.append(" \(NamedFormulation.constantName) = 1")
  }
}
