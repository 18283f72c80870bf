import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio
import Verification

/// A limit that nobody can keep, whatever is chosen: the least that the groups need together is beyond it. Exact.
struct SingleLimitCollision {
  /// Empty where there is none; `labels` are those of the periods.
  func obstacles(in question: QuestionModel, labels: [String]) -> [Obstacle] {
    let zeros = Multipliers(Array(repeating: 0, count: question.model.resourceCount))
    guard case .infeasible(let index) = BoundChecker(question.model).bound(from: zeros) else { return [] }
    let key = question.whole.meaning.resources[index]
    let wording = Wording(portfolio: question.whole.portfolio, periodLabels: labels)
    let least = question.model.attainableLoads()[index].lowerBound
    let limit = question.model.resources[index].upper ?? least
    let csm = key.csm.map { question.whole.portfolio.csms[Int($0)].id }
    // A limit that was asked for is not the policy's to lift.
    let isAsked = question.whole.model.resources[index].upper.map { limit < $0 } ?? true
    return [
      Obstacle(
        rule: key.rule.rawValue,
        message: "\(wording.resource(key)): at least \(wording.load(least, of: key)) whatever else is chosen, "
          + "the limit is \(wording.load(limit, of: key))",
        csm: csm, periods: key.period.map { [Int($0)] } ?? [],
        lift: isAsked ? nil : QuestionModel.lift(of: key, csm: csm))
    ]
  }
}

extension QuestionModel {
  /// What would lift the limit of a resource.
  static func lift(of key: ResourceKey, csm: String?) -> String? {
    let kinds = RuleLift.kinds(of: key.rule)
    if kinds.contains(.csm), let csm { return RuleLift(key.rule, .csm, csm).words }
    return kinds == [.all] ? RuleLift(key.rule, .all, RuleLift.everything).words : nil
  }

  /// Limits that a selection breaks: what stands in the way of what was asked with all else as planned. A hint, not a
  /// reason why no other plan could be.
  func brokenLimits(by selection: Selection, labels: [String]) -> [Obstacle] {
    let wording = Wording(portfolio: whole.portfolio, periodLabels: labels)
    return model.violations(of: selection).map { index, amount in
      let key = whole.meaning.resources[index]
      let csm = key.csm.map { whole.portfolio.csms[Int($0)].id }
      return Obstacle(
        rule: key.rule.rawValue,
        message:
          "with all else as planned, \(wording.resource(key)) would be \(wording.load(amount, of: key)) beyond the limit",
        csm: csm, periods: key.period.map { [Int($0)] } ?? [], proven: false,
        lift: QuestionModel.lift(of: key, csm: csm))
    }
  }
}
