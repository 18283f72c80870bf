/// A generated CSM. Days are relative to the first day of the plan.
struct CSMDraft {
  enum Level: String {
    case basic, working, expert
  }

  /// One, or two for those who bridge.
  var regions: [Int]
  /// By domain; `nil`: knows nothing about it.
  var levels: [Level?]
  /// Speaks the languages of the regions, not English alone.
  var speaksLocally: Bool
  /// May look after strategic accounts.
  var isSenior: Bool
  /// Hours per month.
  var capacity: Int
  /// The load of the book that has grown over the years, as a part of the capacity.
  var drift: Double
  var startDay: Int?
  var lastDay: Int?

  /// The part of the capacity that plans can count on: none of somebody who leaves, a part of somebody who starts.
  var dependability: Double {
    if lastDay != nil { return 0 }
    return startDay == nil ? 1 : 0.5
  }

  /// The rules of the generated policy, without locks and dates.
  func isPermitted(for account: AccountDraft) -> Bool {
    guard regions.contains(account.region), speaksLocally || !account.needsLanguage else { return false }
    guard isSenior || account.tier != .strategic else { return false }
    guard let domain = account.domain, account.tier != .small else { return true }
    return levels[domain] != nil
  }

  /// Extra work where knowledge is weak or missing, as a factor.
  func effortFactor(for account: AccountDraft) -> Double {
    guard let domain = account.domain else { return 1 }
    switch levels[domain] {
    case .working, .expert: return 1
    case .basic: return 1.15
    case nil: return 1.4
    }
  }
}
