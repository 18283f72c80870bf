import PlanDocument
import Portfolio

/// One sentence or two on what the plan means for a CSM; same wording for everybody.
struct BookExplainer {
  private let wording: Wording
  /// How many accounts each CSM gives, takes, and covers during a leave.
  private var given: [String: Int] = [:]
  private var taken: [String: Int] = [:]
  private var covered: [String: Int] = [:]

  init(wording: Wording, handoffs: [HandoffDocument]) {
    self.wording = wording
    for handoff in handoffs {
      if handoff.kind == .handoff, let giver = handoff.from { given[giver, default: 0] += 1 }
      if handoff.kind == .cover {
        covered[handoff.to, default: 0] += 1
      } else {
        taken[handoff.to, default: 0] += 1
      }
    }
  }

  func explanation(of book: BookDocument) -> CSMExplanation {
    let (given, taken, covered) = (given[book.csm] ?? 0, taken[book.csm] ?? 0, covered[book.csm] ?? 0)
    var text = "\(book.name ?? book.csm): \(change(book))"
    text += given == 0 && taken == 0 ? " No account changes hands." : exchange(given, taken)
    if covered > 0 { text += " Covers \(counted(covered, "account")) during a leave." }
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
