public import Ballast
public import PlanDocument
public import Portfolio
import Synchronization
public import Workspace

/// Lets everybody resign in turn and plans again, each time from the plan in which nobody leaves; then tries what might
/// soften the worst resignations.
///
/// Every trial is a scenario file first and is read like any other, so that `scenario run` repeats it.
public struct ResilienceStudy: Sendable {
  /// What is asked.
  public struct Question: Sendable {
    public var lastDay: CalendarDate
    public var pairs: Bool
    /// How many of the worst resignations remedies are tried for.
    public var remedies: Int
    /// The limits of the plan in which nobody leaves, and of each other one.
    public var baseRequest: PlanRequest
    public var request: PlanRequest

    public init(
      lastDay: CalendarDate, pairs: Bool, remedies: Int, baseRequest: PlanRequest, request: PlanRequest
    ) {
      self.lastDay = lastDay
      self.pairs = pairs
      self.remedies = remedies
      self.baseRequest = baseRequest
      self.request = request
    }
  }

  /// Something is known that was not before.
  public enum Event: Sendable {
    case planned(ResilienceFacts)
    /// So many plans are next.
    case begins(ResiliencePart, count: Int, of: Int)
    case departed(ResilienceDeparture)
    case tried(ResilienceRemedy)
  }

  public enum Outcome: Sendable {
    case studied(ResilienceDocument)
    /// There is no plan to begin with.
    case withoutBase(PlanOutcome)
  }

  /// More pairs than these are not planned: those whose resignations cost most one by one are.
  public static let mostPairs = 100

  private let base: LoadedWorkspace
  private let portfolio: Portfolio
  private let folder: String
  private let mask: Pseudonyms?
  private let question: Question
  private let team: ResilienceTeam
  private let store: @Sendable (ScenarioDraft, String) throws -> String
  private let report: @Sendable (Event) -> Void

  /// `nil` when the workspace holds errors.
  ///
  /// - Parameters:
  ///   - folder: of the workspace.
  ///   - mask: with which `base` was read.
  ///   - store: writes a scenario under an id; returns the path.
  ///   - report: called on several threads, one at a time.
  public init?(
    _ base: LoadedWorkspace, folder: String, mask: Pseudonyms?, question: Question,
    store: @escaping @Sendable (ScenarioDraft, String) throws -> String,
    report: @escaping @Sendable (Event) -> Void
  ) {
    guard let portfolio = base.portfolio else { return nil }
    self.base = base
    self.portfolio = portfolio
    self.folder = folder
    self.mask = mask
    self.question = question
    team = ResilienceTeam(portfolio, lastDay: question.lastDay)
    self.store = store
    self.report = report
  }

  /// An interruption ends the search that runs with what it has found, and leaves out the rest.
  public func run(_ interruption: PlanInterruption = PlanInterruption()) throws -> Outcome {
    guard let planner = Planner(base) else { return .withoutBase(.noPlan(.solverFailed)) }
    let outcome = try planner.plan(question.baseRequest, folder: folder, interruption: interruption)
    guard case .planned(let plan, _) = outcome else { return .withoutBase(outcome) }
    var document = ResilienceDocument(
      currency: plan.currency, asOf: plan.asOf, lastDay: question.lastDay,
      base: ResilienceReading(document: plan, hard: portfolio.policy.capacity.hard).facts())
    report(.planned(document.base))
    let people = team.people.map { [$0] }
    report(.begins(.people, count: people.count, of: people.count))
    let trials = ResilienceTrials(
      plan: plan, base: document.base, interruption: interruption, worst: WorstPlans(most: question.remedies))
    let single = try departures(people, trials)
    let ranked = ResilienceRanking.sorted(single.map(\.departure))
    document.left = people.count - single.count
    document.departures = ranked
    if question.pairs { try addPairs(&document, ranked, trials) }
    try addRemedies(&document, ranked, single, trials)
    return .studied(document)
  }

  private func addPairs(
    _ document: inout ResilienceDocument, _ ranked: [ResilienceDeparture], _ trials: ResilienceTrials
  ) throws {
    let all = team.pairs()
    document.pairs = all.count
    let places = Dictionary(ranked.enumerated().map { ($1.csms[0], $0) }, uniquingKeysWith: { first, _ in first })
    let losses = Dictionary(
      ranked.map { ($0.csms[0], $0.loss?.found.micropoints ?? .max / 4) }, uniquingKeysWith: { first, _ in first })
    let together = { (pair: [CSM]) in pair.reduce(Int64(0)) { $0 + (losses[$1.id] ?? 0) } }
    let chosen = all.sorted { left, right in
      let (one, other) = (together(left), together(right))
      return one == other ? (places[left[0].id] ?? 0) < (places[right[0].id] ?? 0) : one > other
    }.prefix(ResilienceStudy.mostPairs)
    if !trials.interruption.isRequested { report(.begins(.pairs, count: chosen.count, of: all.count)) }
    let found = try departures(Array(chosen), trials)
    document.left += chosen.count - found.count
    document.departures += ResilienceRanking.sorted(found.map(\.departure))
  }

  private func addRemedies(
    _ document: inout ResilienceDocument, _ ranked: [ResilienceDeparture], _ losses: [ResilienceRemedies.Loss],
    _ trials: ResilienceTrials
  ) throws {
    let known = Dictionary(losses.map { ($0.departure.id, $0) }, uniquingKeysWith: { first, _ in first })
    let worst = ranked.filter { ($0.loss?.found.micropoints ?? 0) > 0 }.prefix(question.remedies)
    let planned = worst.compactMap { known[$0.id] }.map { ($0, ResilienceRemedies(team: team).trials($0)) }
    let count = planned.reduce(0) { $0 + $1.1.count }
    guard count > 0 else { return }
    if !trials.interruption.isRequested { report(.begins(.remedies, count: count, of: count)) }
    let found = try planned.flatMap { loss, remedies in try self.remedies(remedies, loss.departure, trials) }
    document.left += count - found.count
    document.remedies = found.sorted { left, right in
      let (one, other) = (left.saved?.found.micropoints ?? .min, right.saved?.found.micropoints ?? .min)
      return one == other ? left.id < right.id : one > other
    }
  }

  // MARK: - Runs

  /// What became of those that were planned.
  private func departures(_ groups: [[CSM]], _ trials: ResilienceTrials) throws -> [ResilienceRemedies.Loss] {
    let ids = ScenarioID.unique(groups.map { $0.map(\.id).joined(separator: " and ") })
    let drawn = zip(groups, ids).map { group, id in
      ResilienceDeparture(
        id: id + "-leaves", csms: group.map(\.id), names: group.map(\.displayName), status: .planned)
    }
    let csms = Dictionary(portfolio.csms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let found = Mutex<[Int: ResilienceRemedies.Loss]>([:])
    try runner.run(
      count: drawn.count, from: trials.plan, interruption: trials.interruption,
      of: { index in
        guard !trials.interruption.isRequested else { return nil }
        return try scenario(.resignation(drawn[index], on: question.lastDay), drawn[index].id)
      },
      finished: { index, outcome in
        let loss = self.loss(drawn[index], outcome, csms, trials)
        found.withLock { $0[index] = loss }
        report(.departed(loss.departure))
      })
    let results = found.withLock { $0 }
    return drawn.indices.compactMap { results[$0] }
  }

  private func loss(
    _ drawn: ResilienceDeparture, _ outcome: PlanOutcome, _ csms: [String: CSM], _ trials: ResilienceTrials
  ) -> ResilienceRemedies.Loss {
    var departure = drawn
    let leaving = Set(drawn.csms)
    departure.soleExpertise = team.soleExpertise(of: leaving)
    guard case .planned(let document, _) = outcome else {
      (departure.status, departure.reasons) = ResilienceStudy.failure(outcome)
      return .init(departure: departure, needs: [], spare: [:])
    }
    let reading = ResilienceReading(document: document, hard: portfolio.policy.capacity.hard, leaving: leaving)
    let facts = reading.facts()
    departure.facts = facts
    departure.loss = CostInterval(
      of: facts.objective, bound: facts.certifiedBound, over: trials.base.objective,
      otherBound: trials.base.certifiedBound)
    reading.describe(&departure)
    // Remedies are tried for single resignations only.
    if leaving.count == 1 { trials.worst.keep(document, of: departure.id) }
    return .init(departure: departure, needs: reading.needs(csms), spare: reading.spare())
  }

  private func remedies(
    _ planned: [ResilienceRemedies.Trial], _ loss: ResilienceDeparture, _ trials: ResilienceTrials
  ) throws -> [ResilienceRemedy] {
    let found = Mutex<[Int: ResilienceRemedy]>([:])
    // From the plan without the remedy, which nearly always holds with it as well.
    try runner.run(
      count: planned.count, from: trials.worst.plan(of: loss.id) ?? trials.plan, interruption: trials.interruption,
      of: { index in
        guard !trials.interruption.isRequested else { return nil }
        return try scenario(planned[index].draft, planned[index].remedy.id)
      },
      finished: { index, outcome in
        var remedy = planned[index].remedy
        if case .planned(let document, _) = outcome {
          let facts = ResilienceReading(
            document: document, hard: portfolio.policy.capacity.hard, leaving: Set(loss.csms)
          ).facts()
          remedy.facts = facts
          remedy.saved = loss.facts.map { without in
            CostInterval(
              of: without.objective, bound: without.certifiedBound, over: facts.objective,
              otherBound: facts.certifiedBound)
          }
        } else {
          remedy.status = ResilienceStudy.failure(outcome).status
        }
        let result = remedy
        found.withLock { $0[index] = result }
        report(.tried(result))
      })
    let results = found.withLock { $0 }
    return planned.indices.compactMap { results[$0] }
  }

  private var runner: ScenarioRunner { ScenarioRunner(question.request, folder: folder) }

  /// - Throws: `UnusableInput` where the draft does not fit the workspace.
  private func scenario(_ draft: ScenarioDraft, _ id: String) throws -> ScenarioCase {
    let path = try store(draft, id)
    let workspace = try WorkspaceReader(directory: folder, scenario: path, mask: mask)
      .read(asOf: portfolio.asOf, today: portfolio.asOf)
    guard let scenario = ScenarioCase(workspace, id: id) else {
      throw UnusableInput(problems: workspace.issues.filter { $0.severity == .error }.map(\.message))
    }
    return scenario
  }

  private static func failure(_ outcome: PlanOutcome) -> (status: ComparedPlan.Status, reasons: [String]) {
    switch outcome {
    case .planned: (.planned, [])
    case .conflict(let reasons): (.conflict, reasons)
    case .noPlan(let reason): (.noPlan, ["The search ended without a plan (\(reason.rawValue))."])
    case .rejected: (.noPlan, ["The plan failed its independent verification and is withheld."])
    }
  }
}

/// The parts of a study.
public enum ResiliencePart: Sendable { case people, pairs, remedies }

/// Where the trials of a study begin and how they end.
struct ResilienceTrials: Sendable {
  let plan: PlanDocument
  let base: ResilienceFacts
  let interruption: PlanInterruption
  let worst: WorstPlans
}

/// The most expensive plans of those that came along: of large workspaces not all of them are held.
final class WorstPlans: Sendable {
  private let most: Int
  private let plans = Mutex<[String: PlanDocument]>([:])

  init(most: Int) { self.most = most }

  func plan(of id: String) -> PlanDocument? { plans.withLock { $0[id] } }

  func keep(_ plan: PlanDocument, of id: String) {
    plans.withLock { plans in
      plans[id] = plan
      guard plans.count > most else { return }
      let least = plans.min { left, right in
        (left.value.objective.micropoints, right.key) < (right.value.objective.micropoints, left.key)
      }
      if let least { plans[least.key] = nil }
    }
  }
}
