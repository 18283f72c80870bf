import PlanDocument
import Portfolio

/// Hours of the coming four quarters, all together and by CSM, beside capacity.
struct ReviewForecast {
  private static let people = 60

  let context: ReviewContext

  private var forecast: ForecastDocument { context.document.forecast }

  var markup: HTML {
    HTMLPage.section(
      "forecast", "Will the hours be there?", lead: "\(source) \(growth)", chart + table)
  }

  private var source: HTML {
    switch forecast.source {
    case .calibration:
      "Hours as activity.csv has them for accounts of this kind, with 90 % ranges of these rates. Ranges know nothing of customers who come or leave."
    case .policy:
      "Hours by the efforts given, else by the estimates of the policy. No activity log says enough to tell how far off they are; beside them, what it would be if every account took its high effort."
    }
  }

  private var growth: HTML {
    forecast.growthPercent == 0
      ? "No growth is assumed (review.growth_percent)."
      : "Work is assumed to grow by \(NumberText.grouped(forecast.growthPercent)) % in a year (review.growth_percent)."
  }

  // MARK: - All together

  private var chart: HTML {
    let largest = forecast.total.map { max($0.high ?? $0.minutes, $0.minutes, $0.capacity ?? 0) }.max() ?? 0
    guard largest > 0 else { return "<p class=\"quiet\">No hours.</p>\n" }
    let rows = zip(forecast.quarters, forecast.total).map { row($0, $1, largest) }
    return """
      <ul class="legend"><li><svg class="key" aria-hidden="true"><rect class="f-after" width="100%" height="100%"/></svg>work</li>\
      <li><svg class="key" aria-hidden="true"><rect class="f-overhatch" width="100%" height="100%"/></svg>of it renewals, onboarding, growth</li>\
      <li><svg class="key" aria-hidden="true"><rect class="f-calm" width="100%" height="100%"/></svg>capacity</li></ul>
      <ol class="months">\(rows.joined(separator: ""))</ol>

      """
  }

  private func row(_ quarter: ForecastDocument.Quarter, _ amount: ForecastDocument.Amount, _ largest: Int64) -> HTML {
    let extra = amount.renewals + amount.onboarding + amount.growth
    let (all, part) = (share(amount.minutes, largest), share(max(0, extra), largest))
    let parts: [HTML] = [
      amount.renewalsDue > 0 || amount.renewals > 0
        ? "\(NumberText.plural(amount.renewalsDue, "renewal", "renewals")) (\(hours(amount.renewals)) h)" : "",
      amount.onboardingEnds > 0 || amount.onboarding > 0
        ? "\(NumberText.plural(amount.onboardingEnds, "onboarding ends", "onboardings end")) (\(hours(amount.onboarding)) h)"
        : "",
      amount.growth != 0 ? "growth (\(hours(amount.growth)) h)" : "",
    ].filter { !$0.isEmpty }
    let (year, day) = (quarter.from.description.prefix(4), quarter.from.description.suffix(5))
    let capacity: HTML = amount.capacity.map { "capacity \(hours($0)) h" } ?? ""
    return """
      <li><small>from<br/>\(String(year))-<wbr/><span>\(String(day))</span></small><div><svg aria-hidden="true" width="100%" height="14">\
      <rect class="f-after" width="\(all)%" height="14"/><rect class="f-overhatch" width="\(part)%" height="14"/></svg>\
      <svg aria-hidden="true" width="100%" height="7"><rect class="f-calm" width="\(share(amount.capacity ?? 0, largest))%" height="7"/></svg>\
      <p class="what">\(([capacity] + parts).joined(separator: ", "))</p></div>\
      <span class="num">\(hours(amount.minutes)) h\(range(amount))</span></li>

      """
  }

  private func range(_ amount: ForecastDocument.Amount) -> HTML {
    guard let high = amount.high else { return "" }
    guard let low = amount.low else { return "<br/><small>up to \(hours(high))</small>" }
    return "<br/><small>\(hours(low)) to \(hours(high))</small>"
  }

  private func share(_ value: Int64, _ largest: Int64) -> String {
    NumberText.coordinate(Int64((Double(value) / Double(max(1, largest)) * 100_000).rounded()))
  }

  private func hours(_ minutes: Int64) -> String { NumberText.grouped((minutes + 30) / 60) }

  // MARK: - By CSM

  private var table: HTML {
    let rows = forecast.rows.filter { row in row.quarters.contains { $0.minutes > 0 } }
    let columns = forecast.quarters.map { quarter -> HTML in
      "<th scope=\"col\" class=\"n\">from \(quarter.from.description)</th>"
    }
    let head: HTML = "<tr><th scope=\"col\">Hours by CSM</th>\(columns)</tr>"
    let rest = rows.count - Self.people
    let more: HTML = rest > 0 ? "<p class=\"quiet\">\(NumberText.grouped(rest)) more in review.json.</p>\n" : ""
    let shown = sorted(rows).prefix(Self.people).map(row)
    return HTMLPage.table(
      "Hours of the coming quarters by CSM", class: "quarters", head: head, rows: shown.joined(separator: "")) + more
  }

  /// Where capacity is shortest first.
  private func sorted(_ rows: [ForecastDocument.Row]) -> [ForecastDocument.Row] {
    rows.map { row in (row, row.quarters.map { $0.minutes - ($0.capacity ?? 0) }.max() ?? 0) }
      .sorted { ($1.1, $0.0.csm ?? "") < ($0.1, $1.0.csm ?? "") }.map(\.0)
  }

  private func row(_ row: ForecastDocument.Row) -> HTML {
    let cells = row.quarters.map { amount -> HTML in
      let isOver = amount.capacity.map { amount.minutes > $0 } ?? false
      let over: HTML = isOver ? " " + HTMLText.badge("over", "in") : ""
      let small: HTML = amount.capacity.map { "<br/><small>of \(hours($0))</small>" } ?? ""
      return "<td class=\"n\">\(hours(amount.minutes))\(over)\(small)\(range(amount))</td>"
    }
    return "<tr><th scope=\"row\">\(HTML.name(context.csmName(row.csm)))</th>\(cells.joined(separator: ""))</tr>\n"
  }
}
