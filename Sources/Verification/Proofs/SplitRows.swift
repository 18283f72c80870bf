import OptionModel

/// The splits of a proof: the places of their open options, and the groups that their options belong to.
struct SplitRows {
  private(set) var thresholds: [Int64] = []
  /// Coefficients are 1.
  private(set) var places = SparseRows()
  /// Coefficients are 1.
  private(set) var groups = SparseRows()

  /// O(options of the model + options of the splits).
  init(_ splits: [TreeProof.Split], _ model: OptionModel, open: OpenOptions) throws(ExactBound.Reason) {
    guard !splits.isEmpty else { return }
    let groupOfOption = (0..<model.groupCount).flatMap { group in
      Array(repeating: group, count: model.options(ofGroup: group).count)
    }
    for (index, split) in splits.enumerated() {
      do throws(ExactBound.Reason) {
        try append(split, groupOfOption, open)
      } catch {
        throw .inSplit(index, error)
      }
    }
  }

  var count: Int { thresholds.count }

  private mutating func append(
    _ split: TreeProof.Split, _ groupOfOption: [Int], _ open: OpenOptions
  ) throws(ExactBound.Reason) {
    guard split.threshold >= 0 else { throw .negativeThreshold(split.threshold) }
    thresholds.append(Int64(split.threshold))
    var (last, lastGroup) = (-1, -1)
    for option in split.options.lazy.map(Int.init) {
      guard groupOfOption.indices.contains(option) else { throw .unknownIndex(option) }
      guard option > last else { throw .optionsNotRising }
      last = option
      if open.places[option] >= 0 { places.append(1, at: Int(open.places[option])) }
      if groupOfOption[option] != lastGroup {
        lastGroup = groupOfOption[option]
        groups.append(1, at: lastGroup)
      }
    }
    places.closeRow()
    groups.closeRow()
  }
}
