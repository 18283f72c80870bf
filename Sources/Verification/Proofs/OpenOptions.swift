import OptionModel

/// The options that are not fixed out, by group, with their consumptions packed: what a leaf reads.
struct OpenOptions {
  /// Places of group `g` are `groupStarts[g] ..< groupStarts[g + 1]`.
  private(set) var groupStarts = [0]
  /// The place of an option among the open ones, or -1.
  private(set) var places: [Int32]
  private(set) var costs: [Int64] = []
  private(set) var consumptionStarts = [0]
  private(set) var resources: [Int32] = []
  private(set) var amounts: [Int32] = []

  var count: Int { costs.count }

  /// Leaves out the options that `fixing` rules out below the cutoff. O(size of the model).
  init(_ model: OptionModel, _ frame: PriceFrame, fixing: [Int64], cutoff: Int64) throws(ExactBound.Reason) {
    let values = try PenalisedCosts(model, multipliers: fixing)
    let scale = Int128(Multipliers.scale)
    var bound = ExactSum(Int128(model.constants[0]) * scale + values.sum)
    let zeros = [Int128](repeating: 0, count: frame.widths.count)
    try bound.add(try frame.leastPrices(multipliers: fixing, finer: 1, extras: zeros))
    // A value rounds up to at least the cutoff when it is above this.
    var limit = ExactSum((Int128(cutoff) - 1) * scale)
    try limit.subtract(bound.value)
    places = Array(repeating: -1, count: model.optionCount)
    for group in 0..<model.groupCount {
      for option in model.options(ofGroup: group) {
        // Both are below 2^126 in magnitude.
        let excess = values.values[option] - values.least[group]
        if excess <= limit.value { append(option, of: model) }
      }
      groupStarts.append(count)
    }
  }

  /// The place of the only open option of a group, where there is just one. In a cheaper selection it is chosen.
  func alone(in group: Int) -> Int? {
    groupStarts[group + 1] == groupStarts[group] + 1 ? groupStarts[group] : nil
  }

  private mutating func append(_ option: Int, of model: OptionModel) {
    places[option] = Int32(count)
    costs.append(model.costs[option])
    for consumed in model.consumptions(ofOption: option) {
      resources.append(Int32(consumed.resource))
      amounts.append(Int32(consumed.amount))
    }
    consumptionStarts.append(resources.count)
  }

  /// By resource, the places that consume it and how much. O(resources + consumptions).
  func resourceRows(resourceCount: Int) -> SparseRows {
    var byResource = [[(place: Int, amount: Int32)]](repeating: [], count: resourceCount)
    for place in 0..<count {
      for entry in consumptionStarts[place]..<consumptionStarts[place + 1] {
        byResource[Int(resources[entry])].append((place, amounts[entry]))
      }
    }
    var rows = SparseRows()
    for row in byResource {
      for (place, amount) in row { rows.append(Int64(amount), at: place) }
      rows.closeRow()
    }
    return rows
  }
}
