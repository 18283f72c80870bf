import PlanDocument
import Portfolio

/// What comes in and goes out, per CSM and week, counted once for every kind of report.
struct CalendarCells {
  struct Cell {
    var incoming: [String] = []
    var outgoing: [String] = []
  }

  let weeks: ReportWeeks
  /// By CSM and week: the accounts, in order of date.
  private(set) var cells: [String: [Int: Cell]] = [:]
  /// By week: accounts on which two people work, and their ARR.
  private(set) var inTransition: [(accounts: Int, arr: Int64)]

  init(_ context: ReportContext) {
    weeks = ReportWeeks(context.document)
    inTransition = Array(repeating: (0, 0), count: weeks.weeks.count)
    for handoff in context.handoffs {
      enter(handoff.account, from: handoff.from, to: handoff.to, on: handoff.effective)
      if handoff.kind == .cover, let owner = handoff.from {
        enter(handoff.account, from: handoff.to, to: owner, on: handoff.overlapEnd.adding(days: 1))
      } else if handoff.start < handoff.effective {
        let arr = context.account(handoff.account)?.arr ?? 0
        for week in weeks.indices(from: handoff.start, through: handoff.effective.adding(days: -1)) {
          inTransition[week].accounts += 1
          inTransition[week].arr += arr
        }
      }
    }
  }

  private mutating func enter(_ account: String, from giver: String?, to receiver: String, on day: CalendarDate) {
    guard let week = weeks.index(of: day) else { return }
    cells[receiver, default: [:]][week, default: Cell()].incoming.append(account)
    if let giver { cells[giver, default: [:]][week, default: Cell()].outgoing.append(account) }
  }
}
