/// How far the reading of a workspace has come.
public struct ReadingProgress: Sendable, Hashable {
  public var file: String
  public var rows: Int
  /// `nil` before the rows are counted.
  public var totalRows: Int?
}
