import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio
import Verification

extension CompiledPlan {
  /// A hard limit that no choice of options can keep, in words and by ids, as errors end in logs; `nil` where each limit alone can be kept. Exact.
  var limitNobodyKeeps: String? {
    let zeros = Multipliers(Array(repeating: 0, count: model.resourceCount))
    guard case .infeasible(let index) = BoundChecker(model).bound(from: zeros) else { return nil }
    let wording = Wording(portfolio: portfolio.withoutPersonalText, periodLabels: PlanAssembler.labels(of: self))
    let key = meaning.resources[index]
    let limit = model.resources[index].upper.map { ", which is \(wording.load($0, of: key))" } ?? ""
    return "\(RuleWords.phrase(for: key.rule.rawValue)): no choice keeps the limit on \(wording.resource(key))\(limit)."
  }
}
