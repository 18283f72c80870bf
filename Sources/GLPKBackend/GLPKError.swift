/// A call that GLPK would answer with `abort()` or with silence, refused before it is made.
enum GLPKError: Error, Hashable {
  case noColumns
  case tooLarge(count: Int)
  case rowOutOfRange(Int)
  case columnOutOfRange(Int)
  case duplicateEntry(row: Int, column: Int)
  case notFinite(what: String)
  /// Above `GLPKProblem.magnitudeLimit`.
  case magnitude(what: String, value: Double)
  case crossedBounds(lower: Double, upper: Double)
  /// Bounds of an integer column must be whole numbers.
  case fractionalBounds(column: Int)
}
