/// One problem in the input, said so that the reader can repair it: where, what was found, what was expected.
public struct ValidationIssue: Sendable, Hashable, Codable {
  public enum Severity: String, Sendable, Hashable, Codable { case error, warning, note }

  /// What the issue makes of the exit code: 65 for data, 78 for policy.
  public enum Origin: String, Sendable, Hashable, Codable { case data, policy }

  public var severity: Severity
  public var origin: Origin
  public var file: String
  /// 1-based; `nil` when the whole file is meant.
  public var line: Int?
  /// Column header or policy path.
  public var column: String?
  /// The offending text, shortened and with control characters escaped.
  public var value: String?
  /// A sentence naming the subject: `Account A17 has no tier.`
  public var message: String
  /// What to do: `Maybe ...`
  public var advice: String?

  public init(
    _ severity: Severity, _ origin: Origin, file: String, line: Int? = nil, column: String? = nil,
    value: String? = nil, message: String, advice: String? = nil
  ) {
    self.severity = severity
    self.origin = origin
    self.file = file
    self.line = line
    self.column = column
    self.value = value
    self.message = message
    self.advice = advice
  }
}
