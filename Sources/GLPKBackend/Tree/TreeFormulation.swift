import OptionModel

/// The linear relaxation that branch and bound works on: columns for the open options of undecided groups and for the
/// price intervals of resources, one equation per undecided group and per resource that matters.
///
/// The intervals are those of the whole model, so that multipliers of the rows are multipliers of a `TreeProof`. With
/// `load = low + sum of s` an interval below the cheapest load has the column `width - s`, any other `s`: all costs are
/// at least zero, and the basis of slacks is dual feasible.
struct TreeFormulation: Sendable {
  /// A column `s` or `width - s`, in quanta times the factor of its row.
  struct Interval: Sendable {
    let resource: Int
    /// Place in the price curve of the resource.
    let place: Int
    let row: Int
    let width: Int64
    let slope: Int64
    let isReversed: Bool
  }

  let model: OptionModel
  /// The option of each option column; rising.
  private(set) var options: [Int32] = []
  /// The columns of each undecided group, whose row has the same number.
  private(set) var groupColumns: [Range<Int>] = []
  private(set) var groups: [Int32] = []
  /// The only open option of settled groups; of others the first open one.
  private(set) var base: [Int32]
  /// Interval columns follow the option columns.
  private(set) var intervals: [Interval] = []
  /// The resource of each row after those of the groups.
  private(set) var resources: [Int32] = []
  private(set) var rowOfResource: [Int32]
  /// The interval columns of each resource row, counted from zero.
  private(set) var intervalsOfRow: [Range<Int>] = []
  /// Smallest permitted loads less what settled groups consume, by resource row, in quanta.
  private(set) var lows: [Int64] = []
  /// The load at which the price is least, less what settled groups consume: the right side.
  private(set) var rightSides: [Int64] = []
  /// Powers of two by resource row, so that coefficients stay below `ScaledProblem.largestCoefficient`.
  private(set) var factors: [Double] = []
  /// Everything that is settled, in micropoints.
  private(set) var constant: Int64
  /// Entries of resource row `i` are `entryStarts[i] ..< entryStarts[i + 1]`.
  private(set) var entryStarts: [Int] = [0]
  private(set) var entryColumns: [Int32] = []
  private(set) var entryAmounts: [Int32] = []

  var groupRows: Int { groups.count }
  var rowCount: Int { groups.count + resources.count }
  var optionColumns: Int { options.count }
  var columnCount: Int { options.count + intervals.count }

  /// O(size of the model). Throws when some limits cannot be met or a group has no open option.
  init(_ model: OptionModel, isOpen: (Int) -> Bool) throws(TreeFormulationError) {
    self.model = model
    constant = model.constants[0]
    base = Array(repeating: 0, count: model.groupCount)
    rowOfResource = Array(repeating: -1, count: model.resourceCount)
    var fixedLoads = [Int64](repeating: 0, count: model.resourceCount)
    for group in 0..<model.groupCount {
      let open = model.options(ofGroup: group).filter(isOpen)
      guard let first = open.first else { throw .emptyGroup(group) }
      base[group] = Int32(first)
      open.count > 1 ? add(group, open) : settle(first, &fixedLoads)
    }
    for (resource, attainable) in model.attainableLoads().enumerated() {
      guard let permitted = model.resources[resource].permitted(within: attainable) else {
        throw .unreachableLimits(resource: resource)
      }
      add(resource, attainable: attainable, permitted: permitted, fixed: fixedLoads[resource])
    }
    addEntries()
  }

  private mutating func add(_ group: Int, _ open: [Int]) {
    let first = options.count
    options += open.map { Int32($0) }
    groupColumns.append(first..<options.count)
    groups.append(Int32(group))
  }

  private mutating func settle(_ option: Int, _ loads: inout [Int64]) {
    constant += model.cost(ofOption: option)
    for consumed in model.consumptions(ofOption: option) {
      loads[consumed.resource] += consumed.amount
    }
  }

  private mutating func add(
    _ resource: Int, attainable: ClosedRange<Int64>, permitted: ClosedRange<Int64>, fixed: Int64
  ) {
    let curve = PriceCurve(of: model.resources[resource], over: permitted)
    constant += curve.cheapestPrice
    guard permitted != attainable || curve.intervals.contains(where: { $0.slope != 0 }) else { return }
    let row = resources.count
    rowOfResource[resource] = Int32(row)
    resources.append(Int32(resource))
    lows.append(permitted.lowerBound - fixed)
    rightSides.append(curve.cheapestLoad - fixed)
    let first = intervals.count
    for (place, interval) in curve.intervals.enumerated() {
      intervals.append(
        Interval(
          resource: resource, place: place, row: row, width: interval.width, slope: interval.slope,
          isReversed: interval.start < curve.cheapestLoad))
    }
    intervalsOfRow.append(first..<intervals.count)
  }

  private mutating func addEntries() {
    var counts = [Int](repeating: 0, count: resources.count)
    var largest = [Int32](repeating: 1, count: resources.count)
    forEachEntry { row, _, amount in
      counts[row] += 1
      largest[row] = max(largest[row], Int32(clamping: amount.magnitude))
    }
    entryStarts = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    var next = entryStarts
    var columns = [Int32](repeating: 0, count: entryStarts[resources.count])
    var amounts = columns
    forEachEntry { row, column, amount in
      columns[next[row]] = Int32(column)
      amounts[next[row]] = amount
      next[row] += 1
    }
    (entryColumns, entryAmounts) = (columns, amounts)
    factors = largest.map { ScaledProblem.factor(forLargest: Double($0)) }
  }

  private func forEachEntry(_ body: (_ row: Int, _ column: Int, _ amount: Int32) -> Void) {
    for (column, option) in options.enumerated() {
      for consumed in model.consumptions(ofOption: Int(option)) {
        let row = rowOfResource[consumed.resource]
        if row >= 0 { body(Int(row), column, Int32(consumed.amount)) }
      }
    }
  }

  /// The selection that takes the given column of each undecided group.
  func selection(_ column: (Range<Int>) -> Int) -> Selection {
    var chosen = base
    for (group, columns) in zip(groups, groupColumns) { chosen[Int(group)] = options[column(columns)] }
    return Selection(chosen)
  }
}

/// Why there is nothing to search.
enum TreeFormulationError: Error, Hashable {
  /// No selection brings this resource inside its hard limits: an exact proof of infeasibility.
  case unreachableLimits(resource: Int)
  /// Every option of this group is closed: nothing is better than the cutoff.
  case emptyGroup(Int)
}
