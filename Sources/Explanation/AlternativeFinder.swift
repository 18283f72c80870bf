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

  /// The cheapest feasible option with another receiver; `nil` where limits or rules leave none.
  func runnerUp(ofGroup group: Int) -> (option: Int, change: MarginalChange)? {
    ranked(group).first { $0.change.isFeasible }
  }

  func alternative(_ choice: (option: Int, change: MarginalChange)) -> Alternative {
    let meaning = plan.meaning.options[choice.option]
    let csm = plan.portfolio.csms[Int(meaning.csm)].id
    var result = Alternative(
      csm: csm, period: Int(meaning.period), moment: wording.moment(meaning.moment), note: "")
    if let broken = choice.change.broken.first {
      let key = plan.meaning.resources[broken]
      result.forbiddenBy = key.rule.rawValue
      result.note = "would go beyond the limit of \(wording.resource(key))"
    } else {
      result.extra = PointsValue(micropoints: choice.change.objective)
      result.note = "\(wording.hours(points: choice.change.objective)) dearer with all else fixed"
    }
    return result
  }

  /// How many other CSMs each rule or limit keeps from taking the group, most first.
  func obstacles(ofGroup group: Int) -> [(rule: String, csms: Int)] {
    var counts: [String: Int] = [:]
    for choice in ranked(group) { if let rule = alternative(choice).forbiddenBy { counts[rule, default: 0] += 1 } }
    for verdict in bannedReceivers(group) { counts[verdict.rule.rawValue, default: 0] += 1 }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  private func priced(_ group: Int, _ limit: Int) -> [Alternative] {
    ranked(group).prefix(limit).map { alternative($0) }
  }

  /// The best option of each other receiver: feasible ones first, cheapest first.
  private func ranked(_ group: Int) -> [(option: Int, change: MarginalChange)] {
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
    return best.sorted { isBetter($0.value.change, than: $1.value.change, tie: $0.key < $1.key) }.map(\.value)
  }

  private func isBetter(_ one: MarginalChange, than other: MarginalChange, tie: Bool = false) -> Bool {
    if one.isFeasible != other.isFeasible { return one.isFeasible }
    return one.objective == other.objective ? tie : one.objective < other.objective
  }

  private func forbidden(_ group: Int, _ limit: Int) -> [Alternative] {
    bannedReceivers(group).prefix(limit).map { verdict in
      Alternative(
        csm: plan.portfolio.csms[Int(verdict.option.csm)].id, forbiddenBy: verdict.rule.rawValue,
        note: verdict.reason)
    }
  }

  /// The first verdict on each receiver without any option. Who leaves or has left is nobody's alternative.
  private func bannedReceivers(_ group: Int) -> [Verdict] {
    var seen: Set<Int32> = []
    for option in plan.model.options(ofGroup: group) { seen.insert(plan.meaning.options[option].csm) }
    return plan.verdicts(forGroup: group).filter { verdict in
      let csm = verdict.option.csm
      return csm != PlannedOption.none && verdict.rule != .departure && seen.insert(csm).inserted
    }
  }
}
