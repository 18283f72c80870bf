/// Rows of integers of which most are zero, one after the other in flat arrays.
struct SparseRows {
  private(set) var starts = [0]
  private(set) var indices: [Int32] = []
  private(set) var coefficients: [Int64] = []

  var count: Int { starts.count - 1 }

  func entries(ofRow row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Adds to the row that `closeRow()` ends.
  mutating func append(_ coefficient: Int64, at index: Int) {
    indices.append(Int32(index))
    coefficients.append(coefficient)
  }

  mutating func closeRow() { starts.append(indices.count) }
}
