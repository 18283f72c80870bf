import PlanDocument
import Portfolio

/// One sentence or two on what the plan means for a CSM; same wording for everybody.
struct BookExplainer {
  private let wording: Wording
  private let counter: ExchangeCounter
  private let leaving: Set<String>

  init(wording: Wording, handoffs: [HandoffDocument], accounts: [AccountDocument], books: [BookDocument]) {
    self.wording = wording
    counter = ExchangeCounter(handoffs: handoffs, accounts: accounts)
    leaving = Set(books.filter { $0.lastDay != nil }.map(\.csm))
  }

  func explanation(of book: BookDocument) -> CSMExplanation {
    let exchange = counter.exchange(of: book.csm, leaving: leaving)
    var text = "\(book.name ?? book.csm): \(change(book))"
    let isIdle = exchange.given.accounts == 0 && exchange.received.accounts == 0
    text += isIdle ? " No account changes hands." : side("Gives", exchange.given) + side("Receives", exchange.received)
    if exchange.covered > 0 { text += " Covers \(counted(exchange.covered, "account")) during a leave." }
    return CSMExplanation(csm: book.csm, summary: text + peak(book), exchange: exchange)
  }

  private func change(_ book: BookDocument) -> String {
    let (before, after) = (book.before, book.after)
    let capacity = book.periods.last?.capacity ?? 0
    let load = "\(wording.hours(minutes: before.minutes)) to \(wording.hours(minutes: after.minutes)) a month"
    guard book.lastDay == nil || after.accounts > 0 else {
      return "leaves on \(book.lastDay?.description ?? ""), \(counted(before.accounts, "account")) to hand on."
    }
    let share = "\(wording.percent(before.minutes, of: capacity)) to \(wording.percent(after.minutes, of: capacity))"
    return "\(before.accounts) to \(counted(after.accounts, "account")), \(load) (\(share) of lasting capacity)."
  }

  private func side(_ verb: String, _ side: BookExchange.Side) -> String {
    guard side.accounts > 0 else { return "" }
    let facts = [wording.money(side.arr)] + (side.atRisk > 0 ? ["\(side.atRisk) at risk"] : [])
    let reasons = side.reasons.prefix(3).map { reason in
      let purpose = RuleWords.short(for: reason.rule)
      return side.reasons.count == 1 ? purpose : "\(purpose) \(reason.accounts)"
    }
    return " \(verb) \(side.accounts) (\(facts.joined(separator: ", "))), for \(reasons.joined(separator: ", "))."
  }

  /// The tightest period on the way, when it is above the band.
  private func peak(_ book: BookDocument) -> String {
    let tight = book.periods.dropLast().filter { $0.minutes > $0.soft && $0.capacity > 0 }
    guard let worst = tight.max(by: { $0.minutes * $1.capacity < $1.minutes * $0.capacity }) else { return "" }
    let share = wording.percent(worst.minutes, of: worst.capacity)
    return " Tightest \(wording.period(Int16(worst.period))): \(share)."
  }

  private func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}
