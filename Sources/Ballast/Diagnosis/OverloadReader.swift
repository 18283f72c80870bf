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
  }

  /// Groups with an overload if nothing moves, and only those.
  func overloads(_ clock: DiagnosisClock) throws -> [OverloadDocument] {
    let groups = groups()
    var documents: [OverloadDocument] = []
    for (number, group) in groups.enumerated() where !clock.isOver {
      let limit = clock.left(share: 0.5 / Double(groups.count - number))
      if let document = try document(group, limit, clock) { documents.append(document) }
    }
    return documents
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
          today: csms.reduce(0) { $0 + overload($1, periods(span)) })
      }
      let people = active.map { group(portfolio.csms[Int($0)].id, portfolio.csms[Int($0)].displayName, [$0]) }
        .sorted { ($1.today, $0.name) < ($0.today, $1.name) }
      let named = teams.keys.sorted().map { group($0, "Team \($0)", teams[$0] ?? []) }
      return
        ([group("everybody", "Everybody", active)] + (named.count > 1 ? named : [])
        + people.prefix(OverloadReader.mostPeople)).filter { $0.today > 0 }
    }
  }

  /// Minutes above the soft limit if nothing moves.
  private func overload(_ csm: Int32, _ periods: ClosedRange<Int>) -> Int64 {
    periods.reduce(0) { sum, period in
      guard let index = compiled.resource(.hours(csm: csm, period: Int16(period))) else { return sum }
      let soft = compiled.effort.band(csm: Int(csm), period: period).soft
      return sum + max(0, compiled.inheritedLoads[index] - soft)
    }
  }

  private func document(_ group: Group, _ limit: Duration?, _ clock: DiagnosisClock) throws -> OverloadDocument? {
    let model = try OverloadModel(compiled, csms: Set(group.csms), periods: periods(group.span)).model
    let result = try Solver(backend: GLPKBackend()).solve(
      model,
      limits: SolveLimits(timeLimit: limit, workLimit: request.workLimit, certified: true, seed: request.seed),
      start: compiled.preferredOptions, certify: { ConflictReader.certified(model, $0) },
      interruption: clock.interruption.token)
    let atLeast = OverloadModel.minutes(result.certifiedBound ?? 0)
    let atMost = result.objective.map(OverloadModel.minutes)
    let portfolio = compiled.portfolio
    let wording = DiagnosisWording(portfolio: portfolio, periodLabels: PlanAssembler.labels(of: compiled))
    return OverloadDocument(
      span: group.span, group: group.name, csms: group.csms.map { portfolio.csms[Int($0)].id }, today: group.today,
      atLeast: atLeast, atMost: atMost,
      message: wording.overload(
        of: group.label, isAfterHorizon: group.span == .after, today: group.today, atLeast: atLeast, atMost: atMost))
  }
}
