/// The splits on the way from the root of a tree to where a walk is, and the options that they rule out.
struct SplitWay {
  enum Side {
    /// At most the threshold.
    case below
    /// More than the threshold.
    case above
  }

  let splits: SplitRows
  /// By split; `nil` when it is not on the way.
  private(set) var sides: [Side?]
  /// By place of an open option: how many splits on the way rule it out.
  private(set) var exclusions: [Int32]
  private let groupStarts: [Int]

  init(_ splits: SplitRows, open: OpenOptions) {
    self.splits = splits
    sides = Array(repeating: nil, count: splits.count)
    exclusions = Array(repeating: 0, count: open.count)
    groupStarts = open.groupStarts
  }

  /// Rules options out for the whole tree.
  mutating func exclude(_ places: [Int]) {
    for place in places { exclusions[place] += 1 }
  }

  /// O(options of the split, or of its groups).
  mutating func enter(_ split: Int, _ side: Side) {
    sides[split] = side
    exclude(split, side, change: 1)
  }

  mutating func leave(_ split: Int) {
    guard let side = sides[split] else { return }
    sides[split] = nil
    exclude(split, side, change: -1)
  }

  private mutating func exclude(_ split: Int, _ side: Side, change: Int32) {
    switch side {
    case .below where splits.thresholds[split] == 0: excludeOptions(of: split, change: change)
    case .above where splits.thresholds[split] + 1 == splits.groups.entries(ofRow: split).count:
      // Every one of the groups chooses an option of the split.
      for entry in splits.groups.entries(ofRow: split) {
        let group = Int(splits.groups.indices[entry])
        for place in groupStarts[group]..<groupStarts[group + 1] { exclusions[place] += change }
      }
      excludeOptions(of: split, change: -change)
    default: break
    }
  }

  private mutating func excludeOptions(of split: Int, change: Int32) {
    for entry in splits.places.entries(ofRow: split) {
      exclusions[Int(splits.places.indices[entry])] += change
    }
  }
}
