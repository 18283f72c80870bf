import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// Explains one move: gain rule by rule against staying, and the next best choices.
struct MoveExplainer {
  let plan: CompiledPlan
  let analysis: MarginalAnalysis
  let wording: Wording

  /// One explanation per moving member of the group.
  func explanations(of ranking: Ranking, bundle: Int?) -> [MoveExplanation] {
    let group = ranking.group
    let finder = AlternativeFinder(plan: plan, analysis: analysis, wording: wording)
    let comparison = comparison(ranking)
    let terms = RuleGains(plan: plan, wording: wording).terms(
      reference: comparison.reference, chosen: analysis.selection[group], change: comparison.forward)
    let option = plan.meaning.options[analysis.selection[group]]
    let alternatives = finder.alternatives(ranking)
    let next = ranking.runnerUp.map { wording.csm(plan.meaning.options[$0.option].csm) }
    return plan.meaning.members(ofGroup: group).compactMap { member in
      guard let facts = facts(member, option) else { return nil }
      return MoveExplanation(
        account: plan.portfolio.accounts[Int(member)].id, kind: facts.kind, from: facts.from, to: facts.to,
        summary: summary(facts, comparison, terms, next: next, alternatives),
        gain: comparison.barrier == nil ? PointsValue(micropoints: -comparison.forward.objective) : nil,
        cannotStay: comparison.barrier, terms: terms, alternatives: alternatives, bundle: bundle)
    }
  }

  /// What a move is held against.
  private struct Comparison {
    var reference: Int
    /// From the reference to the chosen option.
    var forward: MarginalChange
    /// Why the move cannot be undone alone; `nil` when it can.
    var barrier: String?
    /// The receiver of the reference, where that is not staying.
    var rival: String?
  }

  /// Against staying; where somebody must take the account, against the next best receiver.
  private func comparison(_ ranking: Ranking) -> Comparison {
    let group = ranking.group
    let stay = plan.preferredOptions[group]
    let back = analysis.change(of: group, to: stay)
    let barrier = barrier(against: back, reference: stay, group)
    if plan.meaning.options[stay].kind != .stay, let next = ranking.runnerUp {
      let rival = wording.csm(plan.meaning.options[next.option].csm)
      let change = analysis.change(of: group, to: next.option)
      return Comparison(reference: next.option, forward: reversed(change), barrier: barrier, rival: rival)
    }
    return Comparison(reference: stay, forward: reversed(back), barrier: barrier)
  }

  private struct Facts {
    var kind: Assignment.Kind
    var from: String?
    var to: String
    var opening: String
  }

  private func facts(_ member: Int32, _ option: PlannedOption) -> Facts? {
    let account = plan.portfolio.accounts[Int(member)]
    let to = plan.portfolio.csms[Int(option.csm)]
    guard account.csmID != to.id else { return nil }
    let from = plan.incumbent(ofAccount: Int(member)).map { plan.portfolio.csms[$0] }
    let moment = wording.moment(option.moment).map { " (\($0))" } ?? ""
    switch option.kind {
    case .handoff:
      let days =
        option.start < option.effective ? "\(option.start) to \(option.effective)" : "on \(option.effective)"
      let opening = "\(from?.displayName ?? "") hands over to \(to.displayName), \(days)\(moment)."
      return Facts(kind: .handoff, from: account.csmID, to: to.id, opening: opening)
    case .assign:
      let opening = "Nobody looks after this account; \(to.displayName) takes it on \(option.start)."
      return Facts(kind: .assign, from: nil, to: to.id, opening: opening)
    case .cover:
      let opening = "\(to.displayName) covers the leave of \(from?.displayName ?? "") from \(option.start)."
      return Facts(kind: .cover, from: account.csmID, to: to.id, opening: opening)
    case .stay, .unassigned: return nil
    }
  }

  /// Why the move cannot be undone alone, or `nil` when it can.
  private func barrier(against back: MarginalChange, reference: Int, _ group: Int) -> String? {
    switch plan.meaning.options[reference].kind {
    case .stay: break
    case .unassigned: return "the account would be left without a CSM"
    case .handoff, .assign, .cover: return whyNotStay(group)
    }
    return back.broken.first.map {
      "staying would go beyond the limit of \(wording.resource(plan.meaning.resources[$0]))"
    }
  }

  /// What the rule that bans staying says: who agreed on the move, or to whom the account is pinned.
  private func whyNotStay(_ group: Int) -> String {
    let bans = plan.verdicts(forGroup: group)
    let ban = bans.first { $0.option.kind == .stay } ?? bans.first { $0.option.kind == .unassigned }
    return ban?.reason ?? "staying is not permitted"
  }

  /// At most 80 words: what happens, what it does to both people, what speaks for it and against it, what came second.
  private func summary(
    _ facts: Facts, _ comparison: Comparison, _ terms: [ExplanationTerm], next: String?,
    _ alternatives: [Alternative]
  ) -> String {
    let worth = -comparison.forward.objective
    let month = wording.steadyMonth(comparison.forward, plan.meaning, insteadOf: comparison.rival)
    var sentences = [facts.opening]
    if let rival = comparison.rival {
      sentences += [wording.rivalry(rival, worth), month]
    } else {
      sentences += [month, comparison.barrier.map(wording.barrier) ?? wording.worth(worth)]
    }
    sentences.append(wording.sides(terms))
    if comparison.rival == nil, let next, let alternative = alternatives.first(where: { $0.extra != nil }) {
      sentences.append("Next best: \(next), \(alternative.note).")
    }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func reversed(_ change: MarginalChange) -> MarginalChange {
    let shifts = change.shifts.map {
      MarginalChange.ResourceShift(
        resource: $0.resource, before: $0.after, after: $0.before, charge: -$0.charge)
    }
    return MarginalChange(
      objective: -change.objective, optionCost: -change.optionCost, shifts: shifts, broken: [])
  }
}
