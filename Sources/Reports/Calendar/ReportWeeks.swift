import PlanDocument
import Portfolio

/// The columns of the handoff calendar: the periods where they are weeks, else calendar weeks from Monday on, up to the
/// last handoff; the periods again where that would be more than a page can hold.
struct ReportWeeks {
  struct Week {
    /// First and last day.
    let first: CalendarDate
    let last: CalendarDate
    /// `4 Jan`.
    var label: String { HTMLCalendar.day(first) }
  }

  private static let limit = 80

  let weeks: [Week]

  init(_ document: PlanDocument) {
    let periods = document.horizon.periods
    let days = document.handoffs.flatMap { [$0.effective, $0.overlapEnd] }
    let isWeekly = periods.allSatisfy { $0.end.days(since: $0.start) == 6 }
    let end = (days + periods.map(\.end)).max()
    let start = periods.first.map { isWeekly ? $0.start : ReportWeeks.monday(of: $0.start) }
    let count = start.flatMap { start in end.map { $0.days(since: start) / 7 + 1 } } ?? 0
    if let start, count <= ReportWeeks.limit {
      weeks = (0..<count).map { Week(first: start.adding(days: 7 * $0), last: start.adding(days: 7 * $0 + 6)) }
    } else {
      weeks = periods.map { Week(first: $0.start, last: $0.end) }
    }
  }

  /// Index of the week of a day; `nil` outside. O(log weeks).
  func index(of day: CalendarDate) -> Int? {
    var (low, high) = (0, weeks.count)
    while low < high {
      let middle = (low + high) / 2
      if weeks[middle].last < day { low = middle + 1 } else { high = middle }
    }
    return low < weeks.count && weeks[low].first <= day ? low : nil
  }

  /// The weeks that `first ... last` meets.
  func indices(from first: CalendarDate, through last: CalendarDate) -> Range<Int> {
    let start = weeks.firstIndex { $0.last >= first } ?? weeks.count
    let end = weeks.lastIndex { $0.first <= last }.map { $0 + 1 } ?? 0
    return start..<max(start, end)
  }

  /// The calendar year and month of each week, with the number of weeks in it, for the head of a table.
  var months: [(label: String, count: Int)] {
    var result: [(label: String, count: Int)] = []
    for week in weeks {
      let (year, month, _) = week.first.components
      let label = "\(HTMLCalendar.monthNames[month - 1]) \(year)"
      if result.last?.label == label { result[result.count - 1].count += 1 } else { result.append((label, 1)) }
    }
    return result
  }

  /// Day 0, 1970-01-01, was a Thursday.
  private static func monday(of day: CalendarDate) -> CalendarDate {
    let weekday = ((Int(day.dayNumber) + 3) % 7 + 7) % 7
    return day.adding(days: -weekday)
  }
}
