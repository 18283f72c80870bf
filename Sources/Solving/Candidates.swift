import OptionModel

/// The options a search may choose from, by group: all of them, or those whose reduced cost is small enough.
struct Candidates {
  let starts: [Int32]
  let options: [Int32]

  /// O(options).
  init(_ model: OptionModel, keeping isKept: (Int) -> Bool) {
    var starts: [Int32] = [0]
    var options: [Int32] = []
    for group in 0..<model.groupCount {
      options += model.options(ofGroup: group).filter(isKept).map { Int32($0) }
      starts.append(Int32(options.count))
    }
    self.starts = starts
    self.options = options
  }

  func range(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }
}
