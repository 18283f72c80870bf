import OptionModel

/// A relaxation without the columns that reduced costs have ruled out at the root: groups with one option left vanish, and
/// simplex works on what is still open.
///
/// Resource rows and intervals are those of the full relaxation, in the same order, so that multipliers mean the same.
struct ReducedFormulation {
  let full: TreeFormulation
  let formulation: TreeFormulation
  /// By option column of the full relaxation: the column here, -1 where it is ruled out, -2 where it is settled at one.
  private var places: [Int32]

  /// O(size of the model). Throws when a group has no option left.
  init(_ full: TreeFormulation, excluding excluded: ColumnSet) throws(TreeFormulationError) {
    self.full = full
    var isOpen = [Bool](repeating: false, count: full.model.optionCount)
    for option in full.base { isOpen[Int(option)] = true }
    for (column, option) in full.options.enumerated() { isOpen[Int(option)] = !excluded.contains(column) }
    formulation = try TreeFormulation(full.model) { isOpen[$0] }
    places = full.options.map { isOpen[Int($0)] ? -2 : -1 }
    var columnOfOption = [Int32](repeating: -1, count: full.model.optionCount)
    for (column, option) in formulation.options.enumerated() { columnOfOption[Int(option)] = Int32(column) }
    for (column, option) in full.options.enumerated() where columnOfOption[Int(option)] >= 0 {
      places[column] = columnOfOption[Int(option)]
    }
  }

  /// A row of the full relaxation over the columns that are left.
  func row(_ cut: Cut) -> Cut {
    var columns: [Int32] = []
    var values: [Double] = []
    var upper = cut.upper
    for (column, value) in zip(cut.columns, cut.values) {
      let interval = Int(column) - full.optionColumns
      if interval >= 0 {
        let row = full.intervals[interval].row
        columns.append(Int32(formulation.optionColumns + interval))
        values.append(value * full.factors[row] / formulation.factors[row])
      } else if places[Int(column)] >= 0 {
        columns.append(places[Int(column)])
        values.append(value)
      } else if places[Int(column)] == -2 {
        upper -= value
      }
    }
    return Cut(columns: columns, values: values, upper: upper)
  }
}
