import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio

extension PlanAssembler {
  /// Days between the announcement inside the company and the first day of the overlap.
  private static let noticeDays = 7

  /// Every change of hands, sorted by start and account.
  func handoffs(_ explained: ExplainedMoves) -> [HandoffDocument] {
    let byAccount = Dictionary(uniqueKeysWithValues: explained.moves.map { ($0.account, $0) })
    var result: [HandoffDocument] = []
    for group in 0..<plan.model.groupCount {
      let option = plan.meaning.options[selection[group]]
      guard option.csm != PlannedOption.none else { continue }
      let moving = plan.meaning.members(ofGroup: group).filter { byAccount[portfolio.accounts[Int($0)].id] != nil }
      guard !moving.isEmpty else { continue }
      let runnerUp = explained.runnersUp[group]
      for member in moving {
        guard let move = byAccount[portfolio.accounts[Int(member)].id] else { continue }
        var handoff = handoff(move, option, group: group)
        handoff.runnerUp = runnerUp?.csm
        handoff.runnerUpExtra = runnerUp?.extra
        result.append(handoff)
      }
    }
    return result.sorted { ($0.start, $0.account) < ($1.start, $1.account) }
  }

  private func handoff(_ move: MoveExplanation, _ option: PlannedOption, group: Int) -> HandoffDocument {
    let moments = portfolio.policy.handoffs.moments
    let moment = option.moment >= 0 ? moments[Int(option.moment)] : nil
    let others = plan.otherMoments(forGroup: group, option: option).compactMap { momentID($0) }
    let end = option.kind == .cover ? coverEnd(move) : option.effective.adding(days: -1)
    let overlapDays = max(0, option.effective.days(since: option.start))
    return HandoffDocument(
      account: move.account, kind: move.kind, from: move.from, to: move.to, moment: momentID(option.moment),
      otherMoments: others, checklist: moment?.checklist ?? [],
      customerMeetsBoth: moment?.customerMeetsBoth ?? (option.kind == .handoff), period: Int(option.period),
      announce: announcement(option), start: option.start,
      introduction: introduction(option, overlapDays), effective: option.effective,
      overlapEnd: max(option.start, end),
      reasonCode: move.terms.filter { $0.gain.micropoints > 0 }.first?.rule ?? "coverage", reason: move.summary)
  }

  /// A week before the start, on a working day; what has begun was announced before the first day.
  private func announcement(_ option: PlannedOption) -> CalendarDate {
    var day = option.start.adding(days: -PlanAssembler.noticeDays)
    while day.isWeekend { day = day.adding(days: -1) }
    return option.start < portfolio.asOf ? day : max(portfolio.asOf, day)
  }

  /// In the first half of the overlap, at most a week after the start, on a working day where the overlap has one.
  private func introduction(_ option: PlannedOption, _ overlapDays: Int) -> CalendarDate {
    let wanted = option.start.adding(days: min(7, overlapDays / 2))
    let days = (0...max(0, option.effective.days(since: wanted))).map { wanted.adding(days: $0) }
    return days.first { !$0.isWeekend } ?? wanted
  }

  private func coverEnd(_ move: MoveExplanation) -> CalendarDate {
    let leave = portfolio.csms.first { $0.id == move.from }?.leave?.end
    return leave ?? portfolio.asOf
  }
}
