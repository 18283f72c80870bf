/// A row of `activity.csv`: time that somebody gave an account.
public struct Activity: Sendable, Hashable {
  public var date: CalendarDate
  public var accountID: String
  /// `nil` where the file does not say, or names nobody of `csms.csv`.
  public var csmID: String?
  public var minutes: Minutes
  /// In the words of the file: call, visit, ticket.
  public var kind: String?

  public init(date: CalendarDate, accountID: String, csmID: String? = nil, minutes: Minutes, kind: String? = nil) {
    self.date = date
    self.accountID = accountID
    self.csmID = csmID
    self.minutes = minutes
    self.kind = kind
  }
}
