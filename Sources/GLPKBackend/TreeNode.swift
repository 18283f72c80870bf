import OptionModel
import Solving

/// An open part of the search tree: what is ruled out, the bound its parent proved, and where simplex starts.
struct TreeNode: Sendable {
  /// Of the relaxation that the node was branched from, in points.
  var bound: Double
  /// Option columns that are fixed at zero.
  var excluded: ColumnSet
  /// Bounds of aggregates, at most one entry for each.
  var limits: [AggregateLimit] = []
  /// GLPK's statuses; empty means that simplex starts from the slacks.
  var basis: Basis
  /// The order of creation, which decides between equal bounds.
  var number: Int
  /// Its place in the proof, -1 when the proof leaves it out.
  var place: Int32 = -1
}

/// How many of an aggregate's columns may be chosen, with the splits of the proof that say so.
struct AggregateLimit: Sendable {
  let aggregate: Int
  var least: (count: Int32, split: Int32)?
  var most: (count: Int32, split: Int32)?
}

struct Basis: Sendable {
  var rows: [UInt8] = []
  var columns: [UInt8] = []

  var isEmpty: Bool { columns.isEmpty }
  var bytes: Int { rows.count + columns.count }
}

/// A set of columns as bits.
struct ColumnSet: Sendable, Hashable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ column: Int) -> Bool { words[column >> 6] >> UInt64(column & 63) & 1 == 1 }

  mutating func insert(_ column: Int) { words[column >> 6] |= 1 << UInt64(column & 63) }
}
