import PlanDocument
import Portfolio

/// What the plan changes for each CSM, in the same figures for everybody: what they gain, what they give up, what for.
struct FairnessFigures {
  struct Row {
    var csm: String
    /// After less before, final book: with the sign.
    var hours: String
    var arr: String
    var atRisk: String
    var newRelationships: String
    var received: String
    var given: String
    var reasons: String
  }

  static let headings = ["Hours a month", "ARR", "At risk", "New to them", "Received", "Given"]
  static let lead =
    "The change of each book, and what changes hands, counted alike for everybody. New to them are accounts received and accounts covered during a leave."

  /// Empty for plans that did not count it, and where nothing changes hands.
  let rows: [Row]

  init(_ context: ReportContext) {
    let exchanges = Dictionary(
      context.document.explanations.csms.map { ($0.csm, $0.exchange) }, uniquingKeysWith: { first, _ in first })
    let found = context.books.compactMap { book -> Row? in
      (exchanges[book.csm] ?? nil).map { Self.row(book, $0, context) }
    }
    let isMoving = exchanges.values.contains { $0.map { $0.newRelationships + $0.given.accounts > 0 } ?? false }
    rows = isMoving ? found : []
  }

  private static func row(_ book: BookDocument, _ exchange: BookExchange, _ context: ReportContext) -> Row {
    Row(
      csm: context.csmName(book.csm),
      hours: signed(book.after.minutes - book.before.minutes) { NumberText.hours(minutes: $0) },
      arr: signed(book.after.arr - book.before.arr, NumberText.grouped),
      atRisk: signed(Int64(book.after.atRisk - book.before.atRisk), NumberText.grouped),
      newRelationships: "\(exchange.newRelationships)", received: "\(exchange.received.accounts)",
      given: "\(exchange.given.accounts)", reasons: reasons(exchange))
  }

  private static func reasons(_ exchange: BookExchange) -> String {
    var parts = [("received", exchange.received), ("given", exchange.given)].compactMap { verb, side -> String? in
      guard side.accounts > 0 else { return nil }
      let reasons = side.reasons.prefix(3).map { "\(RuleWords.short(for: $0.rule)) \($0.accounts)" }
      return "\(verb) for \(reasons.joined(separator: ", "))"
    }
    if exchange.covered > 0 { parts.append("\(exchange.covered) covered during a leave") }
    return parts.joined(separator: "; ")
  }

  private static func signed(_ value: Int64, _ text: (Int64) -> String) -> String {
    value > 0 ? "+\(text(value))" : text(value)
  }
}
