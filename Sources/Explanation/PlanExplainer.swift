package import Compilation
package import OptionModel
package import PlanDocument
import Portfolio

/// Explains a selection: per move, per stay that surprises, per CSM, as a whole.
package struct PlanExplainer: Sendable {
  private let plan: CompiledPlan
  private let analysis: MarginalAnalysis
  package let wording: Wording

  package init(plan: CompiledPlan, selection: Selection, periodLabels: [String]) {
    self.plan = plan
    analysis = MarginalAnalysis(model: plan.model, selection: selection)
    wording = Wording(portfolio: plan.portfolio, periodLabels: periodLabels)
  }

  /// Moves with their bundles, in order of account.
  package func moves() -> ExplainedMoves {
    let moved = (0..<plan.model.groupCount).filter { kind(of: $0) != .stay && kind(of: $0) != .unassigned }
    let undoable = moved.filter { plan.meaning.options[plan.preferredOptions[$0]].kind == .stay }
    let finder = BundleFinder(plan: plan, analysis: analysis, movedGroups: undoable)
    let bundles = finder.bundles()
    var bundleOf: [Int: Int] = [:]
    for (index, groups) in bundles.enumerated() { for group in groups { bundleOf[group] = index } }
    var result = explained(moved, bundleOf)
    result.moves.sort { $0.account < $1.account }
    result.bundles = bundles.map { bundle($0, gain: finder.jointGain(of: $0)) }
    return result
  }

  private func explained(_ moved: [Int], _ bundleOf: [Int: Int]) -> ExplainedMoves {
    let finder = AlternativeFinder(plan: plan, analysis: analysis, wording: wording)
    let explainer = MoveExplainer(plan: plan, analysis: analysis, wording: wording)
    var result = ExplainedMoves()
    for group in moved {
      let ranking = finder.ranking(ofGroup: group)
      result.moves += explainer.explanations(of: ranking, bundle: bundleOf[group])
      result.runnersUp[group] = ranking.runnerUp.map { finder.alternative($0, ofGroup: group) }
    }
    return result
  }

  package func stays(overloaded: [Int32], mismatched: [Int32]) -> [StayExplanation] {
    StayExplainer(plan: plan, analysis: analysis, wording: wording)
      .explanations(overloaded: overloaded, mismatched: mismatched)
  }

  package func books(
    _ books: [BookDocument], handoffs: [HandoffDocument], accounts: [AccountDocument]
  ) -> [CSMExplanation] {
    let explainer = BookExplainer(wording: wording, handoffs: handoffs, accounts: accounts, books: books)
    return books.map { explainer.explanation(of: $0) }
  }

  /// Resources at a hard limit with a load, in the order of the model.
  package func bindingLimits() -> [BindingLimit] {
    plan.model.resources.indices.compactMap { index in
      let (resource, load) = (plan.model.resources[index], analysis.loads[index])
      guard let upper = resource.upper, load == upper, load != 0 else { return nil }
      let key = plan.meaning.resources[index]
      let words = wording.resource(key)
      return BindingLimit(
        rule: key.rule.rawValue, resource: words, message: "\(words): \(wording.load(load, of: key)), exactly the limit"
      )
    }
  }

  private func kind(of group: Int) -> PlannedOption.Kind { plan.meaning.options[analysis.selection[group]].kind }

  private func bundle(_ groups: [Int], gain: Int64?) -> MoveBundle {
    let indices = groups.flatMap { Array(plan.meaning.members(ofGroup: $0)) }
    let accounts = indices.map { plan.portfolio.accounts[Int($0)].id }
    let names = wording.listed(indices.map { wording.account($0) })
    let worth =
      gain.map { "Together they are worth \(wording.hours(points: $0))." } ?? "They cannot be undone together either."
    return MoveBundle(
      accounts: accounts, gain: gain.map { PointsValue(micropoints: $0) },
      summary: "\(names) belong together: one without the others would not pay or not fit. \(worth)")
  }
}
