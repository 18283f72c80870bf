import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Portfolio
import Reports
import Workspace

/// Finds what binds a plan: answers to an earlier one, and a plan that was published.
struct AgreementReading {
  let console: Console
  let isQuiet: Bool

  /// - Parameter folder: where `plan.json` is the plan that the decisions answer, unless another one is named.
  func agreements(
    _ workspace: LoadedWorkspace, decisions: String?, reviewed: String?, published: String?, _ folder: String
  ) throws -> [Agreement] {
    guard decisions != nil || published != nil, let portfolio = workspace.portfolio else { return [] }
    let plans = PlanReading(console: console)
    let sources = AgreementSources(
      decisions: workspace.decisions,
      reviewed: decisions == nil ? nil : try reviewedPlan(reviewed, published, folder, plans),
      published: try published.map { try plans.read($0) })
    let mask = workspace.digests[Pseudonyms.inputName]
    for plan in [sources.reviewed, sources.published].compactMap({ $0 }) {
      try MaskMatch.require(plan.inputs, of: "The earlier plan", mask, console)
    }
    try refuseLaterPlan(sources.published, published, asOf: portfolio.asOf)
    let resolved = AgreementResolver(
      portfolio, sources, decisionsFile: name(decisions) ?? "decisions.csv",
      publishedFile: name(published) ?? "plan.json"
    ).resolve()
    let shown = resolved.issues.filter { $0.severity == .error || !isQuiet }
    if !shown.isEmpty { console.message(IssueReport(shown).render()) }
    if resolved.hasErrors { throw ExitStatus.data }
    return resolved.agreements
  }

  private func reviewedPlan(
    _ named: String?, _ published: String?, _ folder: String, _ plans: PlanReading
  ) throws -> PlanDocument? {
    if let named { return try plans.read(named) }
    let path = "\(folder)/plan.json"
    guard published == nil, FileManager.default.fileExists(atPath: path) else { return nil }
    return try plans.read(path)
  }

  /// A plan from the future would make everything look as if it had not begun.
  private func refuseLaterPlan(_ plan: PlanDocument?, _ path: String?, asOf: CalendarDate) throws {
    guard let plan, plan.asOf > asOf else { return }
    console.message(
      "\(path ?? "The published plan") starts on \(plan.asOf), after the first day \(asOf) of this one.\n")
    console.message("Maybe give a later --as-of.\n")
    throw ExitStatus.data
  }

  private func name(_ path: String?) -> String? { path.map { ($0 as NSString).lastPathComponent } }
}
