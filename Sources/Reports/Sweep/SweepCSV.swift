public import PlanDocument

/// A sweep as a table: one row per unit, by index, exact numbers.
public struct SweepCSV: Sendable {
  private let document: SweepDocument

  public init(_ document: SweepDocument) { self.document = document }

  public var bytes: [UInt8] {
    var table = CSVTable(
      header: ["unit"] + document.axes.map(\.name) + ["status", "standing"] + ComparisonCSV.measures + ["reason"])
    for unit in document.units { table.append(row(unit)) }
    for unit in document.missing {
      table.append(
        head(unit.index, unit.values, status: "missing", standing: nil) + ComparisonCSV.cells(nil)
          + [.text(unit.reason)])
    }
    return table.bytes
  }

  private func row(_ unit: SweepDocument.Unit) -> [CSVTable.Cell] {
    let result = unit.result
    return head(unit.index, unit.values, status: result.status.rawValue, standing: unit.standing?.rawValue)
      + ComparisonCSV.cells(result.facts) + [.text(result.reasons.first)]
  }

  private func head(_ index: Int, _ values: [String?], status: String, standing: String?) -> [CSVTable.Cell] {
    [.number(Int64(index))] + values.map { .text($0) } + [.text(status), .text(standing)]
  }
}
