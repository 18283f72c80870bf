/// What somebody decided about a finding of the review: a row of `finding-decisions.csv`.
public struct FindingDecision: Sendable, Hashable, Codable {
  public enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is being worked on; it stays in the lists.
    case accept
    /// It is not shown again unless it gets worse.
    case dismiss
    /// It is not shown before `until`.
    case snooze
  }

  /// 15 hexadecimal digits.
  public var finding: String
  public var answer: Answer
  /// Of `snooze`: the day on which it comes back.
  public var until: CalendarDate?
  public var by: String?
  public var note: String?

  public init(
    finding: String, answer: Answer, until: CalendarDate? = nil, by: String? = nil, note: String? = nil
  ) {
    self.finding = finding
    self.answer = answer
    self.until = until
    self.by = by
    self.note = note
  }
}
