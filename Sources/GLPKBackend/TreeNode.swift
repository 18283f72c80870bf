/// An open part of the search tree: which options are out, the bound its parent proved, and where simplex starts.
struct TreeNode: Sendable {
  /// Of the relaxation that the node was branched from, in points.
  var bound: Double
  /// Option columns that are fixed at zero.
  var excluded: ColumnSet
  /// GLPK's statuses of rows and columns; empty means that simplex starts from the slacks.
  var basis: [UInt8]
  /// The order of creation, which decides between equal bounds.
  var number: Int
}

/// A set of columns as bits.
struct ColumnSet: Sendable, Hashable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  func contains(_ column: Int) -> Bool { words[column >> 6] >> UInt64(column & 63) & 1 == 1 }

  mutating func insert(_ column: Int) { words[column >> 6] |= 1 << UInt64(column & 63) }
}
