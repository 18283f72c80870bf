import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// Explains accounts that a reader might expect to move and that stay: the large ones of people who remain over their
/// soft limit, and pairings that break a rule on arrival.
struct StayExplainer {
  let plan: CompiledPlan
  let analysis: MarginalAnalysis
  let wording: Wording

  /// Per overloaded CSM.
  static let largestPerCSM = 3

  func explanations(overloaded: [Int32], mismatched: [Int32]) -> [StayExplanation] {
    let groups = staying(overloaded, mismatched)
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

  private func isStay(_ group: Int) -> Bool { plan.meaning.options[analysis.selection[group]].kind == .stay }

  private func explanation(ofGroup group: Int, member: Int32) -> StayExplanation? {
    let account = plan.portfolio.accounts[Int(member)]
    guard let csm = account.csmID else { return nil }
    let finder = AlternativeFinder(plan: plan, analysis: analysis, wording: wording)
    let alternatives = finder.alternatives(ofGroup: group)
    return StayExplanation(
      account: account.id, csm: csm, summary: summary(alternatives, group), alternatives: alternatives)
  }

  private func summary(_ alternatives: [Alternative], _ group: Int) -> String {
    if let best = alternatives.first(where: { $0.extra != nil }), let csm = best.csm, let extra = best.extra {
      let name = plan.portfolio.csms.first { $0.id == csm }?.displayName ?? csm
      return
        "Stays: the best move, to \(name), would cost \(wording.hours(points: extra.micropoints)) more than it saves."
    }
    if let barred = plan.verdicts(forGroup: group).first(where: { $0.rule != .departure && $0.rule != .presence }) {
      return "Stays: no one can take it inside the horizon; first in the way: \(barred.reason)"
    }
    return "Stays: no other CSM can take it inside the limits."
  }
}
