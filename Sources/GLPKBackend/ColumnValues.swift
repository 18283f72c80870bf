import OptionModel

/// The columns of a formulation at a feasible selection, in scaled units.
enum ColumnValues {
  static func of(
    _ selection: Selection, model: OptionModel, formulation: Formulation, factors: [Double]
  ) -> [Double] {
    exact(selection, model: model, formulation: formulation).enumerated().map { index, value in
      if case .option = formulation.columns[index].meaning { return Double(value) }
      let row = Int(formulation.entryRows[formulation.entries(ofColumn: index).lowerBound])
      return Double(value) * factors[row]
    }
  }

  /// In quanta. Intervals fill up in the order of their slopes, nearest to the cheapest load first.
  private static func exact(
    _ selection: Selection, model: OptionModel, formulation: Formulation
  ) -> [Int64] {
    var values = [Int64](repeating: 0, count: formulation.columns.count)
    for option in selection.options { values[Int(option)] = 1 }
    let loads = model.loads(of: selection)
    var excess = formulation.resourceRows.enumerated().map { resource, row in
      row.flatMap { formulation.rows[$0].lower }.map { loads[resource] - $0 } ?? 0
    }
    for (index, column) in formulation.columns.enumerated() {
      guard case .up(let resource, _) = column.meaning else { continue }
      values[index] = max(0, min(column.upper, excess[resource]))
      excess[resource] -= values[index]
    }
    for (index, column) in formulation.columns.enumerated().reversed() {
      guard case .down(let resource, _) = column.meaning else { continue }
      values[index] = max(0, min(column.upper, -excess[resource]))
      excess[resource] += values[index]
    }
    return values
  }
}
