import PlanDocument
import Portfolio

/// Hours given against hours called for.
struct ReviewAttention {
  private static let people = 60

  private let context: ReviewContext

  init(context: ReviewContext) { self.context = context }

  private var table: AttentionDocument { context.document.attention }

  var markup: HTML {
    HTMLPage.section(
      "attention", "Does attention go there?",
      lead: """
        Hours called for: the estimate by tier, posture, health, onboarding and escalation. Hours given: \
        \(ReviewWords.source(table.source)).
        """,
      noise + legend + dimension(.posture) + dimension(.tier) + dimension(.csm) + lists)
  }

  private var noise: HTML {
    guard let permille = table.noisePermille else {
      return "<p class=\"statement\">Noise not known: of no account the hours given are known.</p>\n"
    }
    return """
      <div class="proof"><p class="statement">Noise: \(ReviewWords.permille(permille)) of the hours given would have to go to other \
      accounts to lie where they are called for.</p></div>

      """
  }

  private let legend: HTML = """
    <ul class="legend"><li><svg class="key" aria-hidden="true"><rect class="f-after" width="100%" height="100%"/></svg>given</li>\
    <li><svg class="key" aria-hidden="true"><rect class="f-calm" width="100%" height="100%"/></svg>called for</li>\
    <li>Under, over: accounts that get far less or far more</li></ul>

    """

  private func dimension(_ dimension: ReviewSegment.Dimension) -> HTML {
    let rows = table.rows.filter { $0.segment.dimension == dimension }
    guard !rows.isEmpty else { return "" }
    let largest = rows.map { max($0.tally.minutesGiven, $0.tally.minutesCalled) }.max() ?? 1
    let head: HTML = """
      <tr><th scope="col">By \(ReviewWords.dimension(dimension))</th><th scope="col" class="barcell"><span class="sr">Bars</span></th>\
      <th scope="col" class="n">Given, h</th><th scope="col" class="n">Called for, h</th><th scope="col" class="n">Noise</th>\
      <th scope="col" class="n">Under</th><th scope="col" class="n">Over</th></tr>
      """
    let shown = rows.prefix(Self.people).map { row($0, largest) }
    let rest = rows.count - Self.people
    let more: HTML = rest > 0 ? "<p class=\"quiet\">\(NumberText.grouped(rest)) more in review.json.</p>\n" : ""
    return HTMLPage.table("Hours by \(ReviewWords.dimension(dimension))", head: head, rows: shown.joined(separator: ""))
      + more
  }

  private func row(_ row: AttentionDocument.Row, _ largest: Int64) -> HTML {
    let unknown: HTML =
      row.tally.minutesUnknown > 0 ? " <small>of \(row.tally.minutesUnknown) not known</small>" : ""
    return """
      <tr><th scope="row">\(HTML.name(context.name(row.segment)))</th>\
      <td class="barcell">\(bar("f-after", row.tally.minutesGiven, largest))\(bar("f-calm", row.tally.minutesCalled, largest))</td>\
      <td class="n">\(hours(row.tally.minutesGiven))\(unknown)</td><td class="n">\(hours(row.tally.minutesCalled))</td>\
      <td class="n">\(row.noisePermille.map(ReviewWords.permille) ?? "–")</td><td class="n">\(row.underServed)</td>\
      <td class="n">\(row.overServed)</td></tr>

      """
  }

  private func bar(_ name: HTML, _ minutes: Int64, _ largest: Int64) -> HTML {
    let width = NumberText.coordinate(Int64((Double(minutes) / Double(max(1, largest)) * 100_000).rounded()))
    return
      "<svg aria-hidden=\"true\" width=\"100%\" height=\"7\"><rect class=\"\(name)\" width=\"\(width)%\" height=\"7\"/></svg>"
  }

  private func hours(_ minutes: Int64) -> String { NumberText.grouped((minutes + 30) / 60) }

  private var lists: HTML {
    let kinds: [ReviewFinding.Kind] = [.underServed, .overServed, .holder, .headspace]
    let parts = kinds.compactMap { kind -> HTML? in
      let entries = context.entries(kind)
      guard !entries.isEmpty || kind == .underServed || kind == .overServed else { return nil }
      let table = ReviewTable(context: context, label: ReviewWords.title(kind), file: "attention.csv", rows: 20)
      return "<h3>\(ReviewWords.title(kind)): \(NumberText.grouped(entries.count))</h3>\n" + table.markup(entries)
    }
    let totals = context.document.totals
    let freed: HTML =
      totals.costly == 0
      ? ""
      : "<p>Headspace: a pool would free \(NumberText.hours(minutes: totals.minutesFreed)) h a month of the accounts that cost more than they bring.</p>\n"
    return parts.joined(separator: "") + freed
  }
}
