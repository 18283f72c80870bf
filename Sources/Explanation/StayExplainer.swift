import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// Explains accounts that a reader might expect to move and that stay: the large ones of people who remain over their
/// soft limit, and pairings that break a rule on arrival; and those left without a CSM.
struct StayExplainer {
  let plan: CompiledPlan
  let analysis: MarginalAnalysis
  let wording: Wording

  /// Per overloaded CSM.
  static let largestPerCSM = 3

  func explanations(overloaded: [Int32], mismatched: [Int32]) -> [StayExplanation] {
    let groups = Set(staying(overloaded, mismatched)).union(withoutCSM).sorted()
    return groups.flatMap { group in
      plan.meaning.members(ofGroup: group).compactMap { explanation(ofGroup: group, member: $0) }
    }
  }

  /// Groups in ascending order.
  private func staying(_ overloaded: [Int32], _ mismatched: [Int32]) -> [Int] {
    let watched = Set(overloaded.map { plan.portfolio.csms[Int($0)].id })
    let broken = Set(mismatched)
    var byCSM: [String: [(effort: Int64, group: Int)]] = [:]
    var wanted: Set<Int> = []
    for group in 0..<plan.model.groupCount where isStay(group) {
      for member in plan.meaning.members(ofGroup: group) {
        if broken.contains(member) { wanted.insert(group) }
        guard let csm = plan.portfolio.accounts[Int(member)].csmID, watched.contains(csm) else { continue }
        byCSM[csm, default: []].append((plan.effort.nominal[Int(member)], group))
      }
    }
    for entries in byCSM.values {
      let largest = entries.sorted { ($0.effort, $1.group) > ($1.effort, $0.group) }
      wanted.formUnion(largest.prefix(StayExplainer.largestPerCSM).map(\.group))
    }
    return wanted.sorted()
  }

  private var withoutCSM: [Int] {
    (0..<plan.model.groupCount).filter { plan.meaning.options[analysis.selection[$0]].kind == .unassigned }
  }

  private func isStay(_ group: Int) -> Bool { plan.meaning.options[analysis.selection[group]].kind == .stay }

  private func explanation(ofGroup group: Int, member: Int32) -> StayExplanation? {
    let account = plan.portfolio.accounts[Int(member)]
    let finder = AlternativeFinder(plan: plan, analysis: analysis, wording: wording)
    let ranking = finder.ranking(ofGroup: group)
    return StayExplanation(
      account: account.id, csm: isStay(group) ? account.csmID ?? "" : "", summary: summary(ranking, finder),
      alternatives: finder.alternatives(ranking))
  }

  private func summary(_ ranking: Ranking, _ finder: AlternativeFinder) -> String {
    let opening = isStay(ranking.group) ? "Stays" : "Left without a CSM"
    if let best = ranking.runnerUp {
      let name = wording.csm(plan.meaning.options[best.option].csm)
      guard best.objective >= 0 else {
        let saved = wording.hours(points: -best.objective)
        return "\(opening): the search ended before trying \(name), who would make the plan \(saved) cheaper."
      }
      return
        "\(opening): the best alternative, \(name), would make the plan \(wording.hours(points: best.objective)) dearer."
    }
    let obstacles = finder.obstacles(ranking).map { obstacle in
      "\(RuleWords.phrase(for: obstacle.rule)) (\(obstacle.csms))"
    }
    guard !obstacles.isEmpty else { return "\(opening): there is no other CSM." }
    return "\(opening): every other CSM is ruled out, by \(obstacles.joined(separator: ", "))."
  }
}
