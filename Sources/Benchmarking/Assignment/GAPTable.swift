/// Outcomes as rows of one width, written as they come.
package struct GAPTable: Sendable {
  private let nameWidth: Int
  private static let widths = [14, 14, 14, 9, 9]

  package init(names: [String]) { nameWidth = max(8, names.map(\.count).max() ?? 0) }

  package var header: String {
    line("instance", ["objective", "bound", "certified", "gap", "seconds"], "status")
  }

  package func row(_ outcome: GAPOutcome) -> String {
    let values = [outcome.objective, outcome.bound, outcome.certifiedBound].map { $0.map(String.init) ?? "-" }
    let gap = outcome.gap.map { DecimalText.fixed($0 * 100, digits: 3) + " %" } ?? "-"
    return line(outcome.instance, values + [gap, DecimalText.fixed(outcome.seconds, digits: 1)], outcome.status)
  }

  private func line(_ name: String, _ values: [String], _ status: String) -> String {
    let padded = zip(values, GAPTable.widths).map { value, width in
      String(repeating: " ", count: max(1, width - value.count)) + value
    }
    return name + String(repeating: " ", count: nameWidth - name.count) + padded.joined() + "  \(status)\n"
  }
}
