/// How well a column of an input file is filled, and what its empty cells are taken to mean.
public struct ColumnFact: Sendable, Hashable, Codable {
  public var file: String
  /// The canonical name.
  public var column: String
  /// The header in the file; `nil` when the file has no such column.
  public var header: String?
  public var filled: Int
  public var empty: Int
  public var whenEmpty: String

  public init(file: String, column: String, header: String?, filled: Int, empty: Int, whenEmpty: String) {
    self.file = file
    self.column = column
    self.header = header
    self.filled = filled
    self.empty = empty
    self.whenEmpty = whenEmpty
  }
}
