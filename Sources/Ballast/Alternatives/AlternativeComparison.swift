import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// What sets alternatives apart from the plan they stand beside and from one another.
struct AlternativeComparison {
  let compiled: CompiledPlan
  let best: PlanDocument
  let selection: Selection

  func summaries(_ plans: [PlanDocument], _ selections: [Selection]) -> [AlternativeSummary] {
    zip(plans, selections).enumerated().map { index, pair in
      let (plan, selection) = pair
      return AlternativeSummary(
        number: index + 1, file: "alternatives/\(index + 1)/plan.json", objective: plan.objective,
        extra: PointsValue(micropoints: plan.objective.micropoints - best.objective.micropoints),
        moves: plan.totals.moves, changeByRule: changeByRule(plan), changeByCSM: changeByCSM(plan),
        accounts: accounts(plan), fromOthers: selections.prefix(index).map { difference($0, selection) })
    }
  }

  /// Groups that end with another CSM.
  func difference(_ first: Selection, _ second: Selection) -> Int {
    (0..<compiled.model.groupCount).count { group in
      compiled.finalCSM(ofOption: first[group], group: group)
        != compiled.finalCSM(ofOption: second[group], group: group)
    }
  }

  private func changeByRule(_ plan: PlanDocument) -> [String: PointsValue] {
    let rules = Set(plan.objectiveByRule.keys).union(best.objectiveByRule.keys)
    return rules.reduce(into: [:]) { changes, rule in
      let change = (plan.objectiveByRule[rule]?.micropoints ?? 0) - (best.objectiveByRule[rule]?.micropoints ?? 0)
      if change != 0 { changes[rule] = PointsValue(micropoints: change) }
    }
  }

  private func changeByCSM(_ plan: PlanDocument) -> [String: Int64] {
    let before = Dictionary(best.books.map { ($0.csm, $0.after.minutes) }, uniquingKeysWith: { first, _ in first })
    return plan.books.reduce(into: [:]) { changes, book in
      let change = book.after.minutes - (before[book.csm] ?? 0)
      if change != 0 { changes[book.csm] = change }
    }
  }

  private func accounts(_ plan: PlanDocument) -> [AlternativeAccount] {
    let before = Dictionary(best.assignments.map { ($0.account, $0.csm) }, uniquingKeysWith: { first, _ in first })
    return plan.assignments.compactMap { assignment in
      let csm = before[assignment.account] ?? nil
      return csm == assignment.csm
        ? nil : AlternativeAccount(account: assignment.account, csm: csm, alternative: assignment.csm)
    }
  }
}
