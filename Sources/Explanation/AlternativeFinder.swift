import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// The next best choices of a group with all else fixed, and the rule that bans the others.
struct AlternativeFinder {
  let plan: CompiledPlan
  let analysis: MarginalAnalysis
  let wording: Wording

  /// O(options of the group).
  func ranking(ofGroup group: Int) -> Ranking {
    let chosen = analysis.selection[group]
    let receiver = plan.meaning.options[chosen].csm
    var choices: [(csm: Int32, choice: Ranking.Choice)] = []
    for option in plan.model.options(ofGroup: group) where option != chosen {
      let csm = plan.meaning.options[option].csm
      guard csm != PlannedOption.none, csm != receiver else { continue }
      let outcome = analysis.outcome(of: group, to: option)
      choices.append((csm, .init(option: option, objective: outcome.objective, isFeasible: outcome.isFeasible)))
    }
    choices.sort { isBetter($0, than: $1) }
    var seen: Set<Int32> = []
    return Ranking(group: group, choices: choices.filter { seen.insert($0.csm).inserted }.map(\.choice))
  }

  private func isBetter(_ one: (csm: Int32, choice: Ranking.Choice), than other: (csm: Int32, choice: Ranking.Choice))
    -> Bool
  {
    if one.choice.isFeasible != other.choice.isFeasible { return one.choice.isFeasible }
    return (one.choice.objective, one.csm, one.choice.option)
      < (other.choice.objective, other.csm, other.choice.option)
  }

  /// The best option of each other CSM, cheapest first, then those ruled out: at most `limit` of each.
  func alternatives(_ ranking: Ranking, limit: Int = 2) -> [Alternative] {
    ranking.choices.prefix(limit).map { alternative($0, ofGroup: ranking.group) }
      + plan.rejections(forGroup: ranking.group, limit: limit).map { verdict in
        Alternative(
          csm: plan.portfolio.csms[Int(verdict.option.csm)].id, forbiddenBy: verdict.rule.rawValue,
          note: verdict.reason)
      }
  }

  func alternative(_ choice: Ranking.Choice, ofGroup group: Int) -> Alternative {
    let meaning = plan.meaning.options[choice.option]
    let csm = plan.portfolio.csms[Int(meaning.csm)].id
    var result = Alternative(
      csm: csm, period: Int(meaning.period), moment: wording.moment(meaning.moment), note: "")
    if let key = brokenLimit(choice, ofGroup: group) {
      result.forbiddenBy = key.rule.rawValue
      result.note = "would go beyond the limit of \(wording.resource(key))"
    } else {
      result.extra = PointsValue(micropoints: choice.objective)
      result.note = note(choice.objective)
    }
    return result
  }

  /// A plan whose search ended early may leave something better untried: then that is said.
  private func note(_ extra: Int64) -> String {
    guard extra < 0 else { return "\(wording.hours(points: extra)) dearer with all else fixed" }
    return "\(wording.hours(points: -extra)) cheaper with all else fixed: the search ended before trying it"
  }

  /// How many other CSMs each rule or limit keeps from taking the group, most first.
  func obstacles(_ ranking: Ranking) -> [(rule: String, csms: Int)] {
    var counts = plan.rejectionCounts(forGroup: ranking.group)
    for choice in ranking.choices {
      if let key = brokenLimit(choice, ofGroup: ranking.group) { counts[key.rule, default: 0] += 1 }
    }
    return counts.map { (rule: $0.key.rawValue, csms: $0.value) }
      .sorted { ($0.csms, $1.rule) > ($1.csms, $0.rule) }
  }

  /// The first limit that a choice would break.
  private func brokenLimit(_ choice: Ranking.Choice, ofGroup group: Int) -> ResourceKey? {
    guard !choice.isFeasible else { return nil }
    return analysis.change(of: group, to: choice.option).broken.first.map { plan.meaning.resources[$0] }
  }
}
