import PlanDocument
import Portfolio

/// The matrix of value and potential: of all accounts drawn large, of teams and CSMs small.
struct ReviewMatrices {
  private static let small = 48

  let context: ReviewContext

  var markup: HTML {
    guard let base = context.document.matrices.first else { return "" }
    return HTMLPage.section(
      "matrix", "Value and potential",
      lead: "Accounts, ARR, and hours a month given and called for. The darker, the more ARR.",
      large(base) + services + multiples(.team, "By team") + multiples(.csm, "By CSM"))
  }

  private func cell(_ matrix: PostureMatrix, _ posture: Posture?) -> PostureMatrix.Cell {
    matrix.cells.first { $0.posture == posture } ?? PostureMatrix.Cell(posture: posture)
  }

  private func large(_ matrix: PostureMatrix) -> HTML {
    """
    <div class="posture" role="img" aria-label="\(label(matrix))">
    <div class="side">high value</div>\(box(matrix, .defend))\(box(matrix, .invest))
    <div class="side">low value</div>\(box(matrix, .serve))\(box(matrix, .grow))
    <div class="side"></div><div class="foot">low potential</div><div class="foot">high potential</div>
    \(box(matrix, nil, "apart"))
    </div>
    <p class="quiet">\(thresholds)</p>

    """
  }

  private func label(_ matrix: PostureMatrix) -> String {
    matrix.cells.map { "\(ReviewWords.posture($0.posture)): \($0.tally.accounts) accounts" }.joined(separator: ", ")
  }

  private func box(_ matrix: PostureMatrix, _ posture: Posture?, _ extra: HTML = "") -> HTML {
    let cell = cell(matrix, posture)
    let shade = shade(cell, matrix)
    let hours = "\(hours(cell.tally.minutesGiven)) h given, \(hours(cell.tally.minutesCalled)) h called for"
    let middle: HTML =
      cell.middle == 0 ? "" : "<p><small>\(NumberText.grouped(cell.middle)) in the middle by ARR</small></p>"
    return """
      <div class="cell \(shade) \(extra)"><h4>\(ReviewWords.posture(posture))</h4>
      <p>\(NumberText.plural(cell.tally.accounts, "account", "accounts")), \(context.money(cell.tally.arr))</p>
      <p>\(hours)</p>\(middle)</div>

      """
  }

  private func shade(_ cell: PostureMatrix.Cell, _ matrix: PostureMatrix) -> HTML {
    let all = matrix.cells.reduce(Int64(0)) { $0 + $1.tally.arr }
    switch NumberText.wholePercent(cell.tally.arr, of: all) {
    case ..<10: return "w1"
    case ..<25: return "w2"
    case ..<50: return "w3"
    default: return "w4"
    }
  }

  private func hours(_ minutes: Int64) -> String { NumberText.grouped((minutes + 30) / 60) }

  private var thresholds: String {
    let document = context.document
    let known = document.thresholds.filter { $0.value != nil && $0.potential != nil }
    guard let first = known.first else { return "No thresholds: value or potential of no account is known." }
    let words = { (threshold: PostureThreshold) in
      "value from \(threshold.value.map(context.money) ?? ""), potential from \(threshold.potential.map(context.money) ?? "")"
    }
    if known.allSatisfy({ $0.value == first.value && $0.potential == first.potential }) {
      return "High: \(words(first))."
    }
    return "High: " + known.map { "\($0.tier): \(words($0))" }.joined(separator: "; ") + "."
  }

  private var services: HTML {
    let head: HTML = """
      <tr><th scope="col">Service level</th><th scope="col" class="n">Cadence, days</th><th scope="col" class="n">Effort</th>\
      <th scope="col">Who may hold it</th></tr>
      """
    let rows = context.document.services.map { service -> HTML in
      let who = service.seniorities.isEmpty ? "anybody" : service.seniorities.joined(separator: ", ")
      let effort =
        service.effortPercent == 0
        ? "as estimated" : (service.effortPercent > 0 ? "+" : "") + "\(NumberText.grouped(service.effortPercent)) %"
      return """
        <tr><th scope="row">\(ReviewWords.posture(service.posture))</th><td class="n">\(service.cadenceDays)</td>\
        <td class="n">\(effort)</td><td>\(who), \(service.pool ? "a pool too" : "no pool")</td></tr>

        """
    }
    return HTMLPage.table("Service levels", head: head, rows: rows.joined(separator: ""))
  }

  private func multiples(_ scope: PostureMatrix.Scope, _ title: HTML) -> HTML {
    let matrices = context.document.matrices.filter { $0.scope == scope }
    guard !matrices.isEmpty else { return "" }
    let figures = matrices.prefix(Self.small).map { figure($0) }
    let rest = matrices.count - Self.small
    let more: HTML = rest > 0 ? "<p class=\"quiet\">\(NumberText.grouped(rest)) more in review.json.</p>\n" : ""
    return "<h3>\(title)</h3>\n<div class=\"matrices\">\(figures)</div>\n\(more)"
  }

  private func figure(_ matrix: PostureMatrix) -> HTML {
    let name = matrix.name ?? ""
    let title = matrix.scope == .csm ? context.csmName(name) : name
    let small = { (posture: Posture?, extra: HTML) -> HTML in
      let cell = cell(matrix, posture)
      let (given, called) = (hours(cell.tally.minutesGiven), hours(cell.tally.minutesCalled))
      let amounts: HTML =
        cell.tally.accounts == 0
        ? "–" : "\(NumberText.short(cell.tally.arr)), <span>\(given) of \(called) h</span>"
      return """
        <div class="\(shade(cell, matrix)) \(extra)"><b>\(NumberText.grouped(cell.tally.accounts))</b> \(posture?.rawValue ?? "unmapped")<br>\
        \(amounts)</div>
        """
    }
    return """
      <figure><figcaption>\(HTML.name(title))</figcaption><div class="mini">\(small(.defend, ""))\(small(.invest, ""))\
      \(small(.serve, ""))\(small(.grow, ""))\(small(nil, "apart"))</div></figure>

      """
  }
}
