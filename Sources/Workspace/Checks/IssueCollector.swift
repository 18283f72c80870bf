import Portfolio

/// Gathers issues in bounded memory: of each kind (severity, file and column) the first ones are kept and the
/// rest is counted.
final class IssueCollector {
  struct Text {
    var value: String?
    var message: String
    var advice: String?

    init(_ message: String, value: String? = nil, advice: String? = nil) {
      self.message = message
      self.value = value.map { DisplayText.shown($0) }
      self.advice = advice
    }
  }

  private struct Kind: Hashable {
    var severity: ValidationIssue.Severity
    var origin: ValidationIssue.Origin
    var file: String
    var column: String?
  }

  static let limitPerKind = 200
  private var kept: [ValidationIssue] = []
  private var counts: [Kind: Int] = [:]
  private(set) var errorCount = 0

  /// `text` is only evaluated when the issue is kept: finding a near name costs time.
  func add(
    _ severity: ValidationIssue.Severity, _ origin: ValidationIssue.Origin = .data, file: String,
    line: Int? = nil,
    column: String? = nil, _ text: @autoclosure () -> Text
  ) {
    if severity == .error { errorCount += 1 }
    let kind = Kind(severity: severity, origin: origin, file: file, column: column)
    counts[kind, default: 0] += 1
    guard counts[kind, default: 0] <= IssueCollector.limitPerKind else { return }
    let text = text()
    kept.append(
      ValidationIssue(
        severity, origin, file: file, line: line, column: column, value: text.value, message: text.message,
        advice: text.advice))
  }

  /// By file, line, column and message; the counts of what was left out come last in their file.
  func sorted() -> [ValidationIssue] {
    (kept + remainders()).sorted { IssueCollector.key($0).lexicographicallyPrecedes(IssueCollector.key($1)) }
  }

  private func remainders() -> [ValidationIssue] {
    counts.filter { $0.value > IssueCollector.limitPerKind }.map { kind, count in
      ValidationIssue(
        kind.severity, kind.origin, file: kind.file, line: nil, column: kind.column, value: nil,
        message: "\(count - IssueCollector.limitPerKind) more like these.", advice: nil)
    }
  }

  private static func key(_ issue: ValidationIssue) -> [String] {
    let line = String(issue.line ?? (issue.message.hasSuffix("more like these.") ? Int(Int32.max) : 0))
    let padded = String(repeating: "0", count: max(0, 12 - line.count)) + line
    return [
      issue.file, padded, issue.column ?? "", issue.severity.rawValue, issue.message, issue.value ?? "",
    ]
  }
}
