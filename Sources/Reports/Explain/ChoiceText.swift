import PlanDocument
import Portfolio

/// What is done with an account, as part of a sentence.
struct ChoiceText {
  let context: ReportContext

  /// `Daniel Okafor, Feb 2027 (qbr)`: the day inside the period is set once it is chosen.
  func title(_ option: DecisionOption, incumbent: String?) -> String {
    let name = context.csmName(option.csm)
    let moment = option.moment.map { " (\($0))" } ?? ""
    switch option.kind {
    case .stay: return "stays with \(context.csmName(incumbent))"
    case .handoff, .assign: return "\(name)\(option.period.map { ", \(period($0))" } ?? "")\(moment)"
    case .cover: return "stays with \(context.csmName(incumbent)); \(name) covers the leave"
    case .unassigned where incumbent != nil: return "nobody looks after it once \(context.csmName(incumbent)) has left"
    case .unassigned: return "nobody looks after it"
    }
  }

  /// ` 2027-02-04 to 2027-02-11`, the days that the plan has set; empty where it has none.
  func days(_ assignment: Assignment?) -> String {
    guard let start = assignment?.start, let effective = assignment?.effective else { return "" }
    return start == effective ? ", \(start)" : ", \(start) to \(effective)"
  }

  /// `to Daniel Okafor (Feb 2027), not to Luis Ferreira (Jan 2027)`.
  func clause(_ change: PlanChange) -> String {
    switch change.effect {
    case .redirected where change.after.period == change.before.period:
      return "\(short(change.after)), not to \(context.csmName(change.before.csm))"
    case .redirected: return "\(short(change.after)), not \(short(change.before))"
    case .retimed where change.after.kind == change.before.kind && change.after.kind != .cover:
      return "\(short(change.after)), not in \(change.before.period.map(period) ?? "then")"
    case .moved, .undone, .dropped, .retimed: return "\(short(change.after)); in the plan: \(short(change.before))"
    }
  }

  private func short(_ assignment: Assignment) -> String {
    let name = context.csmName(assignment.csm)
    switch assignment.kind {
    case .stay: return "stays with \(name)"
    case .handoff, .assign: return "to \(name)\(assignment.period.map { " (\(period($0)))" } ?? "")"
    case .cover: return "stays with \(name), covered by \(context.csmName(assignment.cover))"
    case .unassigned: return "is left without a CSM"
    }
  }

  /// `4 Jan - 3 Feb, 4 Feb - 3 Mar`; `nil` for all of them or none.
  func periods(_ periods: [Int]) -> String? {
    guard !periods.isEmpty, periods.count < context.document.horizon.periods.count else { return nil }
    return periods.map(period).joined(separator: ", ")
  }

  func period(_ period: Int) -> String {
    period < context.document.horizon.periods.count ? context.label(period: period) : "the steady state"
  }
}
