import Compilation
import OptionModel
import PlanDocument
import Portfolio

/// The option model in which what is asked holds: other options are gone, limits are lower or lifted. Groups and
/// resources are those of the plan's model, options keep their order.
struct QuestionModel {
  let whole: CompiledPlan
  private let filtered: FilteredModel
  var model: OptionModel { filtered.model }

  /// `nil` where some group would have no option, or a limit none that is possible.
  init?(_ whole: CompiledPlan, _ questions: [CounterfactualQuestion], lifts: [RuleLift], _ choices: AskedChoices) {
    self.whole = whole
    let limits = QuestionModel.limits(whole, questions, lifts)
    guard let limited = whole.model.limiting({ limits[$0] }),
      let filtered = FilteredModel(limited, keeping: { choices.permits($0, ofGroup: whole.group(ofOption: $0)) })
    else { return nil }
    self.filtered = filtered
  }

  /// The upper limits: those of the plan, the lifted ones gone, the asked ones where they are lower.
  static func limits(_ plan: CompiledPlan, _ questions: [CounterfactualQuestion], _ lifts: [RuleLift]) -> [Int64?] {
    var limits = plan.model.resources.map(\.upper)
    for (index, key) in plan.meaning.resources.enumerated() {
      if lifts.contains(where: { $0.frees(key, plan.portfolio) }) { limits[index] = nil }
      guard case .hours(let csm, let period) = key else { continue }
      for question in questions where question.kind == .cap {
        guard plan.portfolio.csms[Int(csm)].id == question.csm, question.period.map({ $0 == Int(period) }) ?? true,
          let asked = plan.timeline.cap(question, period: Int(period))
        else { continue }
        limits[index] = min(limits[index] ?? asked, asked)
      }
    }
    return limits
  }

  /// What was chosen, where it still can be; else the option of the group that costs least with the others as chosen.
  func selection(near chosen: Selection) -> Selection {
    let loads = whole.model.loads(of: chosen)
    return Selection(
      (0..<model.groupCount).map { group in
        if let own = filtered.own(chosen[group]) { return Int32(own) }
        let best = model.options(ofGroup: group).min {
          price($0, chosen[group], loads) < price($1, chosen[group], loads)
        }
        return Int32(best ?? model.options(ofGroup: group).lowerBound)
      })
  }

  /// Cost and change of prices of a choice instead of another one; limits are left to the search.
  private func price(_ option: Int, _ chosen: Int, _ loads: [Int64]) -> Int64 {
    var changes: [Int: Int64] = [:]
    for consumed in whole.model.consumptions(ofOption: chosen) {
      changes[consumed.resource, default: 0] -= consumed.amount
    }
    for consumed in model.consumptions(ofOption: option) {
      changes[consumed.resource, default: 0] += consumed.amount
    }
    return changes.reduce(model.cost(ofOption: option)) { sum, change in
      let resource = model.resources[change.key]
      return sum + resource.charge(at: loads[change.key] + change.value) - resource.charge(at: loads[change.key])
    }
  }

  /// The same choices in the whole model.
  func whole(_ selection: Selection) -> Selection { filtered.whole(selection) }
}

extension Timeline {
  /// The cap of a question on a period, in minutes: its share of a month, in the steady state the whole.
  func cap(_ question: CounterfactualQuestion, period: Int) -> Int64? {
    guard let minutes = question.minutes else { return nil }
    return period == periodCount ? minutes : minutes * monthsNumerator / monthsDenominator
  }
}
