/// How many accounts, how much ARR, how many minutes a month.
public struct ReviewTally: Sendable, Hashable, Codable {
  public var accounts = 0
  /// Of the accounts whose ARR is known.
  public var arr: Int64 = 0
  /// Of the accounts whose hours given are known; the others count in `minutesUnknown`.
  public var minutesGiven: Int64 = 0
  public var minutesCalled: Int64 = 0
  public var minutesUnknown = 0

  public init() {}

  public mutating func add(_ account: ReviewedAccount) {
    accounts += 1
    arr += account.arr ?? 0
    minutesCalled += account.minutesCalled
    if let given = account.minutesGiven { minutesGiven += given } else { minutesUnknown += 1 }
  }
}
