import PlanDocument
import Portfolio

/// What is done with an account, as part of a sentence.
struct ChoiceText {
  let context: ReportContext

  /// `Daniel Okafor, 2027-01-26 to 2027-02-02 (quarter-start)`.
  func title(_ option: DecisionOption, incumbent: String?) -> String {
    let name = context.csmName(option.csm)
    switch option.kind {
    case .stay: return "stays with \(context.csmName(incumbent))"
    case .handoff:
      let moment = option.moment.map { " (\($0))" } ?? ""
      return "\(name), \(day(option.start)) to \(day(option.effective))\(moment)"
    case .assign: return "\(name) from \(day(option.start))"
    case .cover: return "stays with \(context.csmName(incumbent)); \(name) covers the leave from \(day(option.start))"
    case .unassigned:
      return "nobody looks after it" + (incumbent == nil ? "" : " once \(context.csmName(incumbent)) has left")
    }
  }

  /// `to Daniel Okafor on 2027-02-02, not to Luis Ferreira on 2027-01-18`.
  func clause(_ change: PlanChange) -> String {
    switch change.effect {
    case .moved, .undone, .dropped: "\(short(change.after)); in the plan: \(short(change.before))"
    case .redirected: "\(short(change.after)), not \(short(change.before))"
    case .retimed where change.after.kind == change.before.kind && change.after.kind != .cover:
      "\(short(change.after)), not on \(day(of: change.before))"
    case .retimed: "\(short(change.after)); in the plan: \(short(change.before))"
    }
  }

  private func short(_ assignment: Assignment) -> String {
    let name = context.csmName(assignment.csm)
    switch assignment.kind {
    case .stay: return "stays with \(name)"
    case .handoff, .assign: return "to \(name) on \(day(of: assignment))"
    case .cover: return "stays with \(name), covered by \(context.csmName(assignment.cover))"
    case .unassigned: return "is left without a CSM"
    }
  }

  private func day(of assignment: Assignment) -> String { day(assignment.effective ?? assignment.start) }

  /// `4 Jan - 3 Feb, 4 Feb - 3 Mar`; `nil` for all of them or none.
  func periods(_ periods: [Int]) -> String? {
    guard !periods.isEmpty, periods.count < context.document.horizon.periods.count else { return nil }
    return periods.map(period).joined(separator: ", ")
  }

  func period(_ period: Int) -> String {
    period < context.document.horizon.periods.count ? context.label(period: period) : "the steady state"
  }

  private func day(_ date: CalendarDate?) -> String { date?.description ?? "some day" }
}
