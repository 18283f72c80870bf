import Compilation
import Explanation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving

/// Finds out which overload no plan can avoid: of everybody, of each team, and of those who have most of it.
struct OverloadReader {
  let compiled: CompiledPlan
  let request: PlanRequest
  private static let mostPeople = 5

  private struct Group {
    let name: String
    let label: String
    let csms: [Int32]
    var span: OverloadDocument.Span
    var today: Int64
    var isTeam = false
  }

  /// Groups with an overload if nothing moves, and only those.
  ///
  /// People come first: what each of them cannot avoid adds up for whoever they belong to, and every plan that was found
  /// serves all groups.
  func overloads(_ clock: DiagnosisClock) throws -> [OverloadDocument] {
    let groups = groups()
    var plans = [compiled.preferredOptions]
    var bounds = [Int64](repeating: 0, count: groups.count)
    let order = groups.indices.sorted { (groups[$0].csms.count, $0) < (groups[$1].csms.count, $1) }
    for (number, index) in order.enumerated() where !clock.isOver {
      let limit = clock.left(share: 0.5 / Double(groups.count - number))
      let (bound, plan) = try least(groups[index], from: plans, limit, clock)
      bounds[index] = max(bound, sumOfParts(index, groups, bounds))
      if let plan { plans.append(plan) }
    }
    return groups.indices.map { document(groups[$0], atLeast: bounds[$0], plans) }
  }

  /// What the people, or the teams, in a group cannot avoid together.
  private func sumOfParts(_ index: Int, _ groups: [Group], _ bounds: [Int64]) -> Int64 {
    let own = Set(groups[index].csms)
    let parts = groups.indices.filter {
      $0 != index && groups[$0].span == groups[index].span && own.isSuperset(of: groups[$0].csms)
    }
    let people = parts.filter { groups[$0].csms.count == 1 && !groups[$0].isTeam }
    let teams = parts.filter { groups[$0].isTeam }
    return max(people.reduce(0) { $0 + bounds[$1] }, teams.reduce(0) { $0 + bounds[$1] })
  }

  private func periods(_ span: OverloadDocument.Span) -> ClosedRange<Int> {
    let tail = compiled.timeline.periodCount
    return span == .after ? tail...tail : 0...(tail - 1)
  }

  private func groups() -> [Group] {
    let portfolio = compiled.portfolio
    let active = portfolio.csms.indices.filter { compiled.isActive(csm: $0) }.map { Int32($0) }
    let teams = Dictionary(grouping: active) { portfolio.csms[Int($0)].team ?? "" }.filter { $0.key != "" }
    return [OverloadDocument.Span.horizon, .after].flatMap { span -> [Group] in
      func group(_ name: String, _ label: String, _ csms: [Int32]) -> Group {
        Group(
          name: name, label: label, csms: csms, span: span,
          today: csms.reduce(0) { $0 + overload($1, periods(span), compiled.inheritedLoads) })
      }
      let people = active.map { group(portfolio.csms[Int($0)].id, portfolio.csms[Int($0)].displayName, [$0]) }
        .sorted { ($1.today, $0.name) < ($0.today, $1.name) }
      let named = teams.keys.sorted().map { name in
        var team = group(name, "Team \(name)", teams[name] ?? [])
        team.isTeam = true
        return team
      }
      return
        ([group("everybody", "Everybody", active)] + (named.count > 1 ? named : [])
        + people.prefix(OverloadReader.mostPeople)).filter { $0.today > 0 }
    }
  }

  /// Minutes above the soft limit under some loads.
  private func overload(_ csm: Int32, _ periods: ClosedRange<Int>, _ loads: [Int64]) -> Int64 {
    periods.reduce(0) { sum, period in
      guard let index = compiled.resource(.hours(csm: csm, period: Int16(period))) else { return sum }
      let soft = compiled.effort.band(csm: Int(csm), period: period).soft
      return sum + max(0, loads[index] - soft)
    }
  }

  /// A certified bound in minutes, and the best plan found for these people.
  private func least(
    _ group: Group, from plans: [Selection], _ limit: Duration?, _ clock: DiagnosisClock
  ) throws -> (bound: Int64, plan: Selection?) {
    let model = try OverloadModel(compiled, csms: Set(group.csms), periods: periods(group.span)).model
    let start = plans.filter { model.violations(of: $0).isEmpty }.min {
      model.objective(of: $0) < model.objective(of: $1)
    }
    let result = try Solver(backend: GLPKBackend()).solve(
      model,
      limits: SolveLimits(timeLimit: limit, workLimit: request.workLimit, certified: true, seed: request.seed),
      start: start, certify: { ConflictReader.certified(model, $0) }, interruption: clock.interruption.token)
    return (OverloadModel.minutes(result.certifiedBound ?? 0), result.selection)
  }

  private func document(_ group: Group, atLeast: Int64, _ plans: [Selection]) -> OverloadDocument {
    let atMost = plans.filter { compiled.model.violations(of: $0).isEmpty }
      .map { overload(of: group, compiled.model.loads(of: $0)) }.min()
    let portfolio = compiled.portfolio
    let wording = DiagnosisWording(portfolio: portfolio, periodLabels: PlanAssembler.labels(of: compiled))
    return OverloadDocument(
      span: group.span, group: group.name, csms: group.csms.map { portfolio.csms[Int($0)].id }, today: group.today,
      atLeast: atLeast, atMost: atMost,
      message: wording.overload(
        of: group.label, isAfterHorizon: group.span == .after, today: group.today, atLeast: atLeast, atMost: atMost))
  }

  private func overload(of group: Group, _ loads: [Int64]) -> Int64 {
    group.csms.reduce(0) { $0 + overload($1, periods(group.span), loads) }
  }
}
