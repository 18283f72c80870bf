import Portfolio

/// What `activity.csv` says about each account, within the period and before it.
struct TouchLog {
  struct Entry {
    var last: CalendarDate
    /// Within the period.
    var minutes: Int64
  }

  private var entries: [String: Entry] = [:]

  /// - Parameter period: its first day, and the day after its last.
  init(_ activities: [Activity], period: Range<CalendarDate>) {
    for activity in activities {
      let minutes = period.contains(activity.date) ? activity.minutes.value : 0
      var entry = entries[activity.accountID] ?? Entry(last: activity.date, minutes: 0)
      entry.last = max(entry.last, activity.date)
      entry.minutes += minutes
      entries[activity.accountID] = entry
    }
  }

  subscript(account: String) -> Entry? { entries[account] }
}
