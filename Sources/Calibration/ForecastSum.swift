import PlanDocument
import Portfolio

/// The work of a book by quarter, apart from what the coefficients say: months of each cell, and minutes that are fixed.
struct ForecastSum {
  private let spans: [Range<CalendarDate>]
  private var months: [EffortCell: [Double]] = [:]
  private var given: [Double]
  /// What high efforts are above the expected ones.
  private var above: [Double]
  private var fixed: [ForecastDocument.Amount]

  init(_ spans: [Range<CalendarDate>]) {
    self.spans = spans
    given = spans.map { _ in 0 }
    above = given
    fixed = spans.map { _ in ForecastDocument.Amount() }
  }

  /// An effort that somebody gave, a month.
  mutating func add(minutes: Double) {
    for (index, span) in spans.enumerated() { given[index] += minutes * ForecastSum.months(span) }
  }

  /// What an account may take beyond its effort, a month.
  mutating func add(above minutes: Double) {
    for (index, span) in spans.enumerated() { above[index] += minutes * ForecastSum.months(span) }
  }

  /// Onboarding asks for more until it ends; where nobody says when, all year.
  mutating func add(_ cell: EffortCell, onboardingUntil end: CalendarDate?, share: Double) {
    let later = cell.without(.onboarding)
    for (index, span) in spans.enumerated() {
      let turn = later == cell ? span.upperBound : min(max(end ?? span.upperBound, span.lowerBound), span.upperBound)
      months[cell, default: spans.map { _ in 0 }][index] += share * ForecastSum.months(span.lowerBound..<turn)
      guard turn < span.upperBound else { continue }
      months[later, default: spans.map { _ in 0 }][index] += share * ForecastSum.months(turn..<span.upperBound)
    }
  }

  mutating func addEvents(_ account: Account, _ work: EventWork?) {
    for (index, span) in spans.enumerated() {
      if let work {
        fixed[index].renewals += work.renewal(account, span)
        fixed[index].onboarding += work.onboarding(account, span)
      }
      if let day = account.renewalDate, span.contains(day) { fixed[index].renewalsDue += 1 }
      if let day = account.onboardingEnd, span.contains(day) { fixed[index].onboardingEnds += 1 }
    }
  }

  mutating func add(_ other: ForecastSum) {
    for (cell, amounts) in other.months {
      months[cell] = zip(months[cell] ?? spans.map { _ in 0 }, amounts).map(+)
    }
    for index in spans.indices {
      given[index] += other.given[index]
      above[index] += other.above[index]
      fixed[index].renewals += other.fixed[index].renewals
      fixed[index].onboarding += other.fixed[index].onboarding
      fixed[index].renewalsDue += other.fixed[index].renewalsDue
      fixed[index].onboardingEnds += other.fixed[index].onboardingEnds
    }
  }

  /// Minutes by quarter, for each of the coefficients.
  func totals(_ list: [EffortCoefficients], growth: [Double]) -> [[Double]] {
    let ordered = ordered
    let events = fixed.map { Double($0.renewals + $0.onboarding) }
    return list.map { coefficients in
      var result = given
      for (cell, months) in ordered {
        let minutes = coefficients.minutes(cell)
        for index in result.indices { result[index] += minutes * months[index] }
      }
      return result.indices.map { result[$0] * (1 + growth[$0]) + events[$0] }
    }
  }

  /// Minutes by quarter if every account took its high effort.
  func high(_ coefficients: EffortCoefficients, growth: [Double]) -> [Double] {
    var copy = self
    for index in spans.indices { copy.given[index] += above[index] }
    return copy.totals([coefficients], growth: growth)[0]
  }

  func amounts(_ coefficients: EffortCoefficients, growth: [Double]) -> [ForecastDocument.Amount] {
    let totals = totals([coefficients], growth: growth)[0]
    let still = self.totals([coefficients], growth: growth.map { _ in 0 })[0]
    var result = fixed
    for index in result.indices {
      result[index].minutes = Int64(totals[index].rounded())
      result[index].growth = Int64((totals[index] - still[index]).rounded())
    }
    for (cell, months) in ordered where cell.factors.contains(.onboarding) {
      let extra = coefficients.minutes(cell) - coefficients.minutes(cell.without(.onboarding))
      for index in result.indices { result[index].onboarding += Int64((extra * months[index]).rounded()) }
    }
    return result
  }

  /// Sums of real numbers depend on their order; the order of a dictionary is another one each time.
  private var ordered: [(key: EffortCell, value: [Double])] {
    months.sorted { ($0.key.tier, $0.key.code) < ($1.key.tier, $1.key.code) }
  }

  private static func months(_ days: Range<CalendarDate>) -> Double {
    Double(days.upperBound.days(since: days.lowerBound)) / AverageMonth.days
  }
}
