import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio

/// What can be said about a portfolio before any plan is made.
struct PlanFindings {
  private let plan: CompiledPlan
  private let assembler: PlanAssembler

  init(plan: CompiledPlan) {
    self.plan = plan
    assembler = PlanAssembler(plan: plan, selection: plan.preferredOptions)
  }

  var shortages: [ShortageDocument] { assembler.shortages() }

  var sentences: [String] {
    [demand] + overloads + [orphans, withoutMoment, estimated].compactMap { $0 }
  }

  private var tail: Int { plan.portfolio.policy.horizon.periods }

  /// Lasting demand against lasting capacity.
  private var demand: String {
    let wording = assembler.explainer.wording
    let minutes = plan.effort.nominal.reduce(0, +)
    let capacity = assembler.activeCSMs.reduce(Int64(0)) { $0 + plan.effort.capacity(csm: $1, period: tail) }
    let share = wording.percent(minutes, of: capacity)
    return
      "The accounts need \(wording.hours(minutes: minutes)) a month; the team has \(wording.hours(minutes: capacity)) (\(share))"
  }

  /// People whose lasting load is beyond the hard limit before anything moves.
  private var overloads: [String] {
    let wording = assembler.explainer.wording
    return plan.inheritedBreaches.compactMap { breach in
      guard case .limit(.hours(let csm, let period), let limit, let inherited) = breach, Int(period) == tail else {
        return nil
      }
      let (load, allowed) = (wording.hours(minutes: inherited), wording.hours(minutes: limit))
      return "Over the limit already: \(wording.csm(csm)) carries \(load) a month, the limit is \(allowed)"
    }
  }

  private var orphans: String? {
    let count = plan.portfolio.accounts.indices.count { plan.incumbent(ofAccount: $0) == nil }
    return count == 0
      ? nil : "\(count) \(count == 1 ? "account has" : "accounts have") no CSM; the plan will look for one"
  }

  private var withoutMoment: String? {
    let count = plan.accountsWithoutMoment.count
    guard count > 0 else { return nil }
    return
      "\(count) \(count == 1 ? "account has" : "accounts have") no permitted moment inside the horizon and will stay"
  }

  private var estimated: String? {
    let count = plan.effort.isEstimated.count { $0 }
    return count == 0 ? nil : "\(count) \(count == 1 ? "effort is an estimate" : "efforts are estimates")"
  }
}
