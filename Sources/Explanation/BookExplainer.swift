import PlanDocument
import Portfolio

/// One sentence or two on what the plan means for a CSM; same wording for everybody.
struct BookExplainer {
  let wording: Wording

  func explanation(of book: BookDocument, handoffs: [HandoffDocument]) -> CSMExplanation {
    let given = handoffs.filter { $0.kind == .handoff && $0.from == book.csm }
    let taken = handoffs.filter { $0.kind != .cover && $0.to == book.csm }
    let covers = handoffs.filter { $0.kind == .cover && $0.to == book.csm }
    var text = "\(book.name ?? book.csm): \(change(book))"
    text += given.isEmpty && taken.isEmpty ? " No account changes hands." : exchange(given.count, taken.count)
    if !covers.isEmpty { text += " Covers \(counted(covers.count, "account")) during a leave." }
    return CSMExplanation(csm: book.csm, summary: text + peak(book))
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

  private func exchange(_ given: Int, _ taken: Int) -> String {
    switch (given, taken) {
    case (_, 0): " Hands over \(counted(given, "account"))."
    case (0, _): " Takes on \(counted(taken, "account"))."
    default: " Hands over \(given), takes on \(taken)."
    }
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
