import OptionModel

/// A formulation with names for files.
struct NamedFormulation {
  /// The column fixed at one that carries the constant.
  static let constantName = "constant"

  let formulation: Formulation
  let columnNames: [String]
  let rowNames: [String]

  init(_ formulation: Formulation, model: OptionModel) {
    self.formulation = formulation
    var groups = [Int](repeating: 0, count: model.optionCount)
    for group in 0..<model.groupCount {
      for option in model.options(ofGroup: group) { groups[option] = group }
    }
    columnNames = formulation.columns.map { column in
      switch column.meaning {
      case .option(let option):
        "x_\(groups[option])_\(option - model.options(ofGroup: groups[option]).lowerBound)"
      case .up(let resource, let interval): "up_\(resource)_\(interval)"
      case .down(let resource, let interval): "down_\(resource)_\(interval)"
      }
    }
    rowNames = formulation.rows.map { row in
      switch row.meaning {
      case .group(let group): "choose_\(group)"
      case .resource(let resource): "r_\(resource)"
      }
    }
  }

  func isOption(_ column: Int) -> Bool {
    if case .option = formulation.columns[column].meaning { true } else { false }
  }

  /// Points with six decimals, exactly the integer number of micropoints.
  static func points(_ micropoints: Int64) -> String {
    let magnitude = micropoints.magnitude
    let decimals = String(magnitude % 1_000_000)
    let padding = String(repeating: "0", count: 6 - decimals.count)
    return "\(micropoints < 0 ? "-" : "")\(magnitude / 1_000_000).\(padding)\(decimals)"
  }
}
