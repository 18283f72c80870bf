import OptionModel

/// An option model as columns and rows of integers: what is handed to GLPK and what is exported.
///
/// One binary column per option, in option order; one row per group, "exactly one". A resource that can matter
/// gets one row. Without a price that changes over its permitted loads `L...U` the row bounds the load. With one,
/// `load - sum(up) + sum(down) = cheapest load`, where the `up` and `down` columns are the intervals of its price
/// away from the cheapest load: their widths are bounds, their slopes are costs that never fall with the distance,
/// and the hard limits are the ends of the outermost intervals. All costs are therefore at least zero.
struct Formulation {
  /// A variable with bounds in quanta (0...1 for an option) and a cost in micropoints.
  struct Column {
    enum Meaning: Hashable {
      case option(Int)
      case up(resource: Int, interval: Int)
      case down(resource: Int, interval: Int)
    }
    let meaning: Meaning
    let upper: Int64
    let cost: Int64
  }

  struct Row {
    enum Meaning: Hashable {
      case group(Int)
      case resource(Int)
    }
    let meaning: Meaning
    let lower: Int64?
    let upper: Int64?
  }

  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []
  /// Entries of column `c` are `columnStarts[c] ..< columnStarts[c + 1]`.
  private(set) var columnStarts: [Int] = [0]
  private(set) var entryRows: [Int32] = []
  private(set) var entryValues: [Int64] = []
  /// In micropoints: the model's constant plus every resource's price at its cheapest load.
  private(set) var constant: Int64
  /// The row of each resource; `nil` for one that cannot matter.
  private(set) var resourceRows: [Int?]
  /// The smallest and largest slope of each resource's price where no hard limit ends it, in micropoints a quantum.
  let multiplierRanges: [MultiplierRange]

  /// O(size of the model + segments log segments). Throws when a resource's limits cannot be met by any selection.
  init(_ model: OptionModel) throws(FormulationError) {
    let permitted = try Self.permittedLoads(of: model)
    let curves = zip(model.resources, permitted).map { PriceCurve(of: $0, over: $1.permitted) }
    constant = model.constants[0]
    resourceRows = Array(repeating: nil, count: model.resourceCount)
    multiplierRanges = zip(curves, permitted).map { MultiplierRange(of: $0, within: $1) }
    addGroupRows(model)
    for (resource, curve) in curves.enumerated() {
      addRow(of: resource, curve: curve, attainable: permitted[resource].attainable)
    }
    addOptionColumns(model)
    for (resource, curve) in curves.enumerated() { addIntervalColumns(of: resource, curve: curve) }
  }

  func entries(ofColumn column: Int) -> Range<Int> { columnStarts[column]..<columnStarts[column + 1] }

  private static func permittedLoads(of model: OptionModel) throws(FormulationError) -> [LoadRanges] {
    var found: [LoadRanges] = []
    for (index, attainable) in model.attainableLoads().enumerated() {
      guard let permitted = model.resources[index].permitted(within: attainable) else {
        throw .unreachableLimits(resource: index)
      }
      found.append(LoadRanges(attainable: attainable, permitted: permitted))
    }
    return found
  }

  private mutating func addGroupRows(_ model: OptionModel) {
    for group in 0..<model.groupCount { rows.append(Row(meaning: .group(group), lower: 1, upper: 1)) }
  }

  private mutating func addRow(of resource: Int, curve: PriceCurve, attainable: ClosedRange<Int64>) {
    constant += curve.cheapestPrice
    let limits = curve.range
    let isPriced = Self.isPriced(curve)
    guard isPriced || limits != attainable else { return }
    resourceRows[resource] = rows.count
    let lower = isPriced ? curve.cheapestLoad : limits.lowerBound
    let upper = isPriced ? curve.cheapestLoad : limits.upperBound
    rows.append(
      Row(
        meaning: .resource(resource),
        lower: isPriced || lower > attainable.lowerBound ? lower : nil,
        upper: isPriced || upper < attainable.upperBound ? upper : nil))
  }

  private static func isPriced(_ curve: PriceCurve) -> Bool { curve.intervals.contains { $0.slope != 0 } }

  private mutating func addOptionColumns(_ model: OptionModel) {
    for group in 0..<model.groupCount {
      for option in model.options(ofGroup: group) {
        addEntry(row: group, value: 1)
        for consumed in model.consumptions(ofOption: option) {
          guard let row = resourceRows[consumed.resource] else { continue }
          addEntry(row: row, value: consumed.amount)
        }
        close(Column(meaning: .option(option), upper: 1, cost: model.cost(ofOption: option)))
      }
    }
  }

  private mutating func addIntervalColumns(of resource: Int, curve: PriceCurve) {
    guard let row = resourceRows[resource], Self.isPriced(curve) else { return }
    for (index, interval) in curve.intervals.enumerated() {
      if interval.start >= curve.cheapestLoad {
        addEntry(row: row, value: -1)
        close(
          Column(
            meaning: .up(resource: resource, interval: index), upper: interval.width, cost: interval.slope))
      } else {
        addEntry(row: row, value: 1)
        close(
          Column(
            meaning: .down(resource: resource, interval: index), upper: interval.width, cost: -interval.slope)
        )
      }
    }
  }

  private mutating func addEntry(row: Int, value: Int64) {
    guard value != 0 else { return }
    entryRows.append(Int32(row))
    entryValues.append(value)
  }

  private mutating func close(_ column: Column) {
    columns.append(column)
    columnStarts.append(entryRows.count)
  }
}

/// Where a resource's load can be at all, and where it may be.
struct LoadRanges {
  let attainable: ClosedRange<Int64>
  let permitted: ClosedRange<Int64>
}

enum FormulationError: Error, Hashable {
  /// No selection brings this resource inside its hard limits: an exact proof of infeasibility.
  case unreachableLimits(resource: Int)
}
