import Foundation
import PlanDocument
import Portfolio
import Review
import Workspace

/// Reads what a review is made from.
struct ReviewLoading {
  let console: Console
  let isQuiet: Bool
  let asOf: CalendarDate?
  let mask: Pseudonyms?

  func workspace(_ options: ReviewOptions, findingDecisions: String? = nil) throws -> LoadedWorkspace {
    let activities = WorkspaceLoading.file(
      options.activity, or: WorkspaceReader.activityFile, in: options.directory)
    return try WorkspaceLoading(console: console, isQuiet: isQuiet, mask: mask)
      .load(options.directory.path, asOf: asOf, activities: activities, findingDecisions: findingDecisions)
  }

  func input(
    _ workspace: LoadedWorkspace, plan: String?, previous: (name: String, books: [BookEntry])? = nil
  ) throws -> ReviewInput {
    guard let portfolio = workspace.portfolio else { throw ExitStatus.data }
    let touches = workspace.columnFacts.contains { $0.column == "last_touch" && $0.header != nil }
    return try ReviewInput(
      portfolio: portfolio, activities: workspace.activities, plan: plan.map(readPlan), previous: previous,
      inputs: workspace.digests, hasTouchColumn: touches)
  }

  /// The books of an earlier workspace or plan.
  func earlier(_ path: String) throws -> (name: String, books: [BookEntry]) {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard isThere, isFolder.boolValue else { return (path, BookEntry.entries(of: try readPlan(path))) }
    let workspace = try WorkspaceLoading(console: console, isQuiet: true, mask: mask).load(path, asOf: asOf)
    guard let portfolio = workspace.portfolio else { throw ExitStatus.data }
    return (path, BookEntry.entries(of: portfolio))
  }

  private func readPlan(_ path: String) throws -> PlanDocument {
    let plan = try PlanReading(console: console).read(path)
    try MaskMatch.require(plan.inputs, of: path, mask?.digest, console)
    return plan
  }
}
