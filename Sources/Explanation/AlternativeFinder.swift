import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// The next best choices of a group with all else fixed, and the rule that bans the others.
struct AlternativeFinder {
  let plan: CompiledPlan
  let analysis: MarginalAnalysis
  let wording: Wording

  /// The best option of each other CSM, cheapest first, then those ruled out: at most `limit` of each.
  func alternatives(ofGroup group: Int, limit: Int = 2) -> [Alternative] {
    priced(group, limit) + forbidden(group, limit)
  }

  /// The cheapest feasible option with another receiver, and its extra cost.
  func runnerUp(ofGroup group: Int) -> Alternative? {
    priced(group, .max).first { $0.extra != nil }
  }

  private func priced(_ group: Int, _ limit: Int) -> [Alternative] {
    let chosen = analysis.selection[group]
    let receiver = plan.meaning.options[chosen].csm
    var best: [Int32: (option: Int, change: MarginalChange)] = [:]
    for option in plan.model.options(ofGroup: group) where option != chosen {
      let csm = plan.meaning.options[option].csm
      guard csm != PlannedOption.none, csm != receiver else { continue }
      let change = analysis.change(of: group, to: option)
      if let known = best[csm], !isBetter(change, than: known.change) { continue }
      best[csm] = (option, change)
    }
    return best.sorted { isBetter($0.value.change, than: $1.value.change, tie: $0.key < $1.key) }
      .prefix(limit).map { alternative($0.value.option, $0.value.change) }
  }

  private func isBetter(_ one: MarginalChange, than other: MarginalChange, tie: Bool = false) -> Bool {
    if one.isFeasible != other.isFeasible { return one.isFeasible }
    return one.objective == other.objective ? tie : one.objective < other.objective
  }

  private func alternative(_ option: Int, _ change: MarginalChange) -> Alternative {
    let meaning = plan.meaning.options[option]
    let csm = plan.portfolio.csms[Int(meaning.csm)].id
    if let broken = change.broken.first {
      let key = plan.meaning.resources[broken]
      return Alternative(
        csm: csm, period: Int(meaning.period), moment: wording.moment(meaning.moment),
        forbiddenBy: key.rule.rawValue, note: "would go beyond the limit of \(wording.resource(key))")
    }
    return Alternative(
      csm: csm, period: Int(meaning.period), moment: wording.moment(meaning.moment),
      extra: PointsValue(micropoints: change.objective),
      note: "\(wording.hours(points: change.objective)) dearer with all else fixed")
  }

  /// One line per banned receiver, the first rule that bans it.
  private func forbidden(_ group: Int, _ limit: Int) -> [Alternative] {
    var allowed: Set<Int32> = []
    for option in plan.model.options(ofGroup: group) { allowed.insert(plan.meaning.options[option].csm) }
    var seen: Set<Int32> = []
    let banned = plan.verdicts(forGroup: group).filter { verdict in
      let csm = verdict.option.csm
      return csm != PlannedOption.none && !allowed.contains(csm) && seen.insert(csm).inserted
    }
    return banned.prefix(limit).map { verdict in
      Alternative(
        csm: plan.portfolio.csms[Int(verdict.option.csm)].id, forbiddenBy: verdict.rule.rawValue,
        note: verdict.reason)
    }
  }
}
