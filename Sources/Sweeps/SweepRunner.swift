public import Ballast
import Foundation
public import PlanDocument
import Portfolio
import Scenarios
import Workspace

/// Computes units of a sweep into its folder.
public struct SweepRunner: Sendable {
  /// What came of one unit.
  public enum Step: Sendable {
    /// A valid part is there already.
    case kept(SweepPart)
    /// - Parameter replaced: what lay there and could not be used, as a sentence.
    case computed(SweepPart, replaced: String?)
    /// A signal came before there was a result; nothing was written.
    case interrupted
  }

  private let folder: SweepFolder
  private let data: String?
  private let facts: @Sendable (PlanDocument) -> ComparedPlan.Facts

  /// - Parameters:
  ///   - data: the workspace, where it is not where the sweep says.
  ///   - facts: what is kept of a plan.
  public init(_ folder: SweepFolder, data: String?, facts: @escaping @Sendable (PlanDocument) -> ComparedPlan.Facts) {
    self.folder = folder
    self.data = data
    self.facts = facts
  }

  /// - Throws: `WorkspaceError` for files, `SweepProblem` where the workspace is another one, or an internal failure of
  ///   the solver. Rules that collide and data that cannot be used are results.
  public func run(_ unit: SweepUnit, interruption: PlanInterruption = PlanInterruption()) throws -> Step {
    var replaced: String?
    switch try folder.state(of: unit) {
    case .valid(let part): return .kept(part)
    case .missing: break
    case .damaged(let sentence), .foreign(let sentence): replaced = sentence
    }
    let clock = ContinuousClock()
    let started = clock.now
    let result = try result(of: unit, interruption)
    // A search that was stopped gave what it had just then, which is no result of the unit.
    guard !interruption.isRequested else { return .interrupted }
    let part = try SweepPart(unit, result: result)
    let taken = started.duration(to: clock.now) / .milliseconds(1)
    let timing = SweepTiming(
      index: unit.index, seconds: taken.rounded() / 1000, host: ProcessInfo.processInfo.hostName,
      finishedAt: ISO8601DateFormatter().string(from: Date()))
    try folder.write(part, timing)
    return .computed(part, replaced: replaced)
  }

  private func result(of unit: SweepUnit, _ interruption: PlanInterruption) throws -> ComparedPlan {
    let directory = data ?? unit.workspace
    let workspace = try SweepRunner.workspace(directory, unit)
    let others = Set(workspace.digests.keys).union(unit.inputs.keys)
      .filter { workspace.digests[$0] != unit.inputs[$0] }
    guard others.isEmpty else { throw SweepProblem.otherInputs(folder: directory, files: others.sorted()) }
    var plan = ComparedPlan(name: unit.title, status: .unusable)
    guard let scenario = ScenarioCase(workspace, id: String(unit.index)) else {
      plan.reasons = SweepRunner.sentences(workspace)
      return plan
    }
    do {
      let outcome = try planned(scenario, unit, interruption)
      plan = outcome.map { scenario.compared($0, plan: "", facts: facts) } ?? plan
    } catch let error as UnusableInput {
      plan.reasons = error.problems
    }
    plan.name = unit.title
    plan.plan = nil
    plan.why = nil
    return plan
  }

  private static func workspace(_ directory: String, _ unit: SweepUnit) throws -> LoadedWorkspace {
    do {
      return try WorkspaceReader(directory: directory, scenarios: unit.scenarios)
        .read(asOf: unit.asOf, today: unit.asOf)
    } catch WorkspaceError.missing(let file) {
      throw SweepProblem.noWorkspace(file: file)
    }
  }

  private func planned(
    _ scenario: ScenarioCase, _ unit: SweepUnit, _ interruption: PlanInterruption
  ) throws -> PlanOutcome? {
    let request = PlanRequest(timeLimit: nil, workLimit: unit.workLimit, gap: unit.gap, seed: unit.seed)
    let outcome = OutcomeBox()
    // From nothing: a plan of another unit to begin with would make the result depend on which came first.
    try ScenarioRunner(request, folder: unit.workspace, workers: 1)
      .run([scenario], from: nil, interruption: interruption) { _, found in outcome.set(found) }
    return outcome.value
  }

  /// What is wrong, as it is said of files.
  private static func sentences(_ workspace: LoadedWorkspace) -> [String] {
    workspace.issues.filter { $0.severity == .error }.prefix(5).map { issue in
      let place = [issue.line.map { "line \($0)" }, issue.column].compactMap { $0 }.joined(separator: ", ")
      return "\(issue.file)\(place.isEmpty ? "" : ", \(place)"): \(issue.message)"
    }
  }
}
