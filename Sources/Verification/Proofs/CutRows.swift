import OptionModel

/// The coefficients of the cuts of a proof, each recomputed from its derivation; options by their place among the open
/// ones, intervals by their number in the frame.
struct CutRows {
  /// Coefficients of all cuts together: a short proof could else ask for any amount of memory.
  static let sizeLimit = 1 << 26

  private(set) var options = SparseRows()
  private(set) var intervals = SparseRows()
  private(set) var rights: [Int64] = []

  /// O(non-zeros of all rows added up).
  init(
    _ cuts: [RoundingCut], open: OpenOptions, frame: PriceFrame
  ) throws(ExactBound.Reason) {
    guard !cuts.isEmpty else { return }
    var derivation = CutDerivation(open: open, frame: frame)
    for (index, cut) in cuts.enumerated() {
      do throws(ExactBound.Reason) {
        try derivation.derive(cut, from: self)
        try append(derivation)
      } catch {
        throw .inCut(index, error)
      }
    }
  }

  private mutating func append(_ derivation: CutDerivation) throws(ExactBound.Reason) {
    try Self.append(derivation.options, to: &options)
    try Self.append(derivation.intervals, to: &intervals)
    rights.append(try derivation.right.narrowed())
    guard options.indices.count + intervals.indices.count <= Self.sizeLimit else { throw .tooLarge }
  }

  private static func append(_ row: SparseRow, to rows: inout SparseRows) throws(ExactBound.Reason) {
    for index in row.touched where row.values[index] != 0 {
      rows.append(try ExactSum(row.values[index]).narrowed(), at: index)
    }
    rows.closeRow()
  }
}
