import Portfolio

/// What `activity.csv` says about each account, within the period and before it.
struct TouchLog {
  struct Entry {
    var last: CalendarDate
    /// Within the period.
    var minutes: Int64
  }

  private var entries: [String: Entry] = [:]

  /// - Parameter since: the first day of the period.
  init(_ activities: [Activity], since: CalendarDate) {
    for activity in activities {
      let minutes = activity.date >= since ? activity.minutes.value : 0
      var entry = entries[activity.accountID] ?? Entry(last: activity.date, minutes: 0)
      entry.last = max(entry.last, activity.date)
      entry.minutes += minutes
      entries[activity.accountID] = entry
    }
  }

  subscript(account: String) -> Entry? { entries[account] }
}
