import Portfolio

/// Receivers and covers are there on the days they are needed: after their start, before their last day, not on leave.
final class PresenceRule: BanningRule {
  static let id = RuleID.presence

  let facts: PlanFacts

  init(_ facts: PlanFacts) { self.facts = facts }

  /// Asked for steps whose days are known.
  func bans(_ step: Step) -> Bool {
    let csm = facts.csms[step.receiver]
    let days = neededDays(of: step)
    if let lastDay = csm.lastDay, lastDay < days.last { return true }
    return !csm.isPresentThroughout(days)
  }

  private func neededDays(of step: Step) -> DaySpan {
    guard step.kind == .cover else { return step.transition }
    return facts.csms[step.incumbent].longLeave ?? step.transition
  }

  func banReason(_ step: Step) -> String { absenceReason(csm: step.receiver) }

  func absenceReason(csm: Int) -> String {
    let row = facts.portfolio.csms[csm]
    let dates = [
      row.startDate.map { "from \($0)" }, row.lastDay.map { "until \($0)" },
      row.leave.map { "not from \($0.start) to \($0.end)" },
    ]
    let known = dates.compactMap { $0 }.joined(separator: ", ")
    return "\(facts.name(ofCSM: csm)) is not there on these days" + (known.isEmpty ? "" : " (\(known))")
  }
}
