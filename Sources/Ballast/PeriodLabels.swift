import Portfolio

/// What readers call the periods: `Jan 2027`, `4 Jan - 3 Feb`, `week of 4 Jan`.
enum PeriodLabels {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func label(start: CalendarDate, end: CalendarDate, length: HorizonPolicy.PeriodLength) -> String {
    let (year, month, day) = start.components
    switch length {
    case .week: return "week of \(day) \(months[month - 1])"
    case .month where day == 1: return "\(months[month - 1]) \(year)"
    case .month:
      let last = end.components
      return "\(day) \(months[month - 1]) - \(last.day) \(months[last.month - 1])"
    }
  }
}
