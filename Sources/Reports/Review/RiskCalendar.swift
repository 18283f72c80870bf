import PlanDocument
import Portfolio

/// Renewals of the coming year by month: ARR that renews, and the part of it with a cause of risk.
struct RiskCalendar {
  private struct MonthSum {
    var calm: Int64 = 0
    var risk: Int64 = 0
    var names: [String] = []
  }

  private static let months = 12
  private static let names = 4

  let context: ReviewContext

  var markup: HTML {
    let sums = sums()
    let largest = sums.map { $0.calm + $0.risk }.max() ?? 0
    guard largest > 0 else { return "" }
    let rows = sums.enumerated().map { row($0.offset, $0.element, largest) }
    return """
      <h3>Renewals of the coming year</h3>
      <ul class="legend"><li><svg class="key" aria-hidden="true"><rect class="f-overhatch" width="100%" height="100%"/></svg>\
      ARR with a cause of risk</li><li><svg class="key" aria-hidden="true"><rect class="f-calm" width="100%" height="100%"/>\
      </svg>other ARR that renews</li></ul>
      <ol class="months">\(rows)</ol>

      """
  }

  private func sums() -> [MonthSum] {
    var sums = [MonthSum](repeating: MonthSum(), count: Self.months)
    let risky = Set(context.findings(.risk).compactMap(\.account))
    let start = index(context.document.asOf)
    let accounts = context.document.accounts.sorted { ($0.arr ?? 0, $1.account) > ($1.arr ?? 0, $0.account) }
    for account in accounts {
      guard let day = account.renewalDate, day >= context.document.asOf else { continue }
      let month = index(day) - start
      guard month < Self.months else { continue }
      if risky.contains(account.account) {
        sums[month].risk += account.arr ?? 0
        sums[month].names.append(account.name ?? account.account)
      } else {
        sums[month].calm += account.arr ?? 0
      }
    }
    return sums
  }

  private func index(_ date: CalendarDate) -> Int { date.components.year * 12 + date.components.month - 1 }

  private func row(_ offset: Int, _ sum: MonthSum, _ largest: Int64) -> HTML {
    let month = index(context.document.asOf) + offset
    let title = "\(month / 12)-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)"
    let (risk, all) = (share(sum.risk, largest), share(sum.risk + sum.calm, largest))
    let more = sum.names.count > Self.names ? " and \(NumberText.grouped(sum.names.count - Self.names)) more" : ""
    let names: HTML =
      sum.names.isEmpty
      ? ""
      : "<p class=\"what\">\(sum.names.prefix(Self.names).map { HTML.name($0) }.joined(separator: ", "))\(more)</p>"
    return """
      <li><span class="w">\(title)</span><div><svg aria-hidden="true" width="100%" height="14">\
      <rect class="f-calm" width="\(all)%" height="14"/><rect class="f-overhatch" width="\(risk)%" height="14"/></svg>\(names)</div>\
      <span class="num">\(NumberText.short(sum.risk)) of \(NumberText.short(sum.risk + sum.calm))</span></li>

      """
  }

  private func share(_ value: Int64, _ largest: Int64) -> String {
    NumberText.coordinate(Int64((Double(value) / Double(max(1, largest)) * 100_000).rounded()))
  }
}
