import Compilation
import Explanation
import OptionModel
import PlanDocument
import Portfolio

/// Which options of a model do what is asked of single accounts, and why an account has none.
struct AskedChoices {
  private struct Demand {
    let question: CounterfactualQuestion
    let account: Int
    let csm: Int?
  }

  private let plan: CompiledPlan
  private let byGroup: [Int: [Demand]]

  /// O(accounts + questions).
  init(_ questions: [CounterfactualQuestion], _ plan: CompiledPlan) {
    self.plan = plan
    let accounts = Dictionary(
      plan.portfolio.accounts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let demands = questions.compactMap { question -> Demand? in
      guard let account = question.account.flatMap({ accounts[$0] }) else { return nil }
      return Demand(
        question: question, account: account,
        csm: question.csm.flatMap { id in plan.portfolio.csms.firstIndex { $0.id == id } })
    }
    byGroup = Dictionary(grouping: demands) { plan.group(ofAccount: $0.account) }
  }

  var isEmpty: Bool { byGroup.isEmpty }

  /// Whether an option of a group does all that is asked of its members.
  func permits(_ option: Int, ofGroup group: Int) -> Bool {
    byGroup[group]?.allSatisfy { satisfies(plan.meaning.options[option], $0) } ?? true
  }

  private func satisfies(_ option: PlannedOption, _ demand: Demand) -> Bool {
    let incumbent = plan.incumbent(ofAccount: demand.account)
    let changesHands = (option.kind == .handoff || option.kind == .assign) && incumbent != Int(option.csm)
    if demand.question.kind == .stay || demand.csm == incumbent {
      return !changesHands && option.kind != .unassigned
    }
    guard changesHands, demand.csm == Int(option.csm) else { return false }
    return demand.question.period.map { $0 == Int(option.period) } ?? true
  }

  /// Why nothing is left to choose, for each account in question; empty where something is left everywhere.
  func obstacles() -> [Obstacle] {
    byGroup.sorted { $0.key < $1.key }.flatMap { group, demands -> [Obstacle] in
      let options = plan.model.options(ofGroup: group)
      guard !options.contains(where: { permits($0, ofGroup: group) }) else { return [] }
      let alone = demands.filter { demand in
        !options.contains { satisfies(plan.meaning.options[$0], demand) }
      }
      return alone.isEmpty ? [contradiction(demands)] : alone.flatMap { obstacles(to: $0, group) }
    }
  }

  private func contradiction(_ demands: [Demand]) -> Obstacle {
    let names = Set(demands.map { plan.portfolio.accounts[$0.account].displayName }).sorted()
    let message =
      names.count == 1
      ? "What is asked of \(names[0]) cannot all be." : "\(names.joined(separator: " and ")) decide together."
    return Obstacle(rule: nil, message: message, account: demands.first?.question.account)
  }

  private func obstacles(to demand: Demand, _ group: Int) -> [Obstacle] {
    let isStay = demand.question.kind == .stay || demand.csm == plan.incumbent(ofAccount: demand.account)
    let bans = plan.bans(ofGroup: group).filter { ban in
      if isStay { return ban.kind == .stay }
      guard ban.kind == .handoff || ban.kind == .assign, ban.csm == demand.question.csm else { return false }
      return demand.question.period.map(ban.periods.contains) ?? true
    }
    let found = bans.map { ban in
      Obstacle(
        rule: ban.rule, message: ban.reason, account: demand.question.account, csm: ban.csm,
        periods: demand.question.period.map { [$0] } ?? ban.periods, lift: lift(ban, demand))
    }
    return found.isEmpty ? [withoutBan(demand, isStay: isStay)] : found
  }

  private func lift(_ ban: DecisionBan, _ demand: Demand) -> String? {
    guard let rule = RuleID(rawValue: ban.rule), let account = demand.question.account else { return nil }
    return RuleLift.lifting(rule, account: account, csm: ban.csm)?.words
  }

  /// There is no such candidate: somebody is not there.
  private func withoutBan(_ demand: Demand, isStay: Bool) -> Obstacle {
    let account = plan.portfolio.accounts[demand.account]
    guard isStay else {
      let name = demand.csm.map { plan.portfolio.csms[$0].displayName } ?? "This CSM"
      return Obstacle(
        rule: RuleID.presence.rawValue, message: "\(name) has left or is not active", account: account.id,
        csm: demand.question.csm)
    }
    guard let incumbent = plan.incumbent(ofAccount: demand.account) else {
      return Obstacle(
        rule: RuleID.coverage.rawValue, message: "\(account.displayName) has no CSM to stay with", account: account.id)
    }
    let csm = plan.portfolio.csms[incumbent]
    let day = csm.lastDay.map { " on \($0)" } ?? ""
    return Obstacle(
      rule: RuleID.departure.rawValue, message: "\(csm.displayName) leaves\(day)", account: account.id, csm: csm.id,
      lift: RuleLift(.departure, .csm, csm.id).words)
  }
}
