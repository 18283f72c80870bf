/// Where in the workspace something is said.
public struct InputPlace: Sendable, Hashable, Codable {
  public var file: String
  /// 1-based; `nil` in the policy.
  public var line: Int?
  /// Column of a table or path in the policy.
  public var path: String

  public init(file: String, line: Int? = nil, path: String) {
    self.file = file
    self.line = line
    self.path = path
  }

  /// `csms.csv line 4, capacity_hours`.
  public var text: String { line.map { "\(file) line \($0), \(path)" } ?? "\(file), \(path)" }
}
