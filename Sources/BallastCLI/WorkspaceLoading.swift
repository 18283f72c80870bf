import ArgumentParser
import Foundation
import Portfolio
import Reports
import Workspace

/// Reads a workspace for a command: issues go to standard error, all at once; errors end the command.
struct WorkspaceLoading {
  let console: Console
  let isQuiet: Bool
  var mask: Pseudonyms?

  /// A workspace without errors.
  func load(
    _ directory: String, asOf: CalendarDate?, decisions: String? = nil, activities: String? = nil,
    findingDecisions: String? = nil, scenario: String? = nil
  ) throws -> LoadedWorkspace {
    let workspace = try read(
      directory, asOf: asOf, decisions: decisions, activities: activities, findingDecisions: findingDecisions,
      scenario: scenario)
    let shown = workspace.issues.filter { $0.severity == .error || ($0.severity == .warning && !isQuiet) }
    if !shown.isEmpty { console.message(IssueReport(shown).render()) }
    if let code = workspace.exitCode { throw ExitCode(code) }
    return workspace
  }

  /// A workspace with whatever is wrong in it.
  func read(
    _ directory: String, asOf: CalendarDate?, decisions: String? = nil, activities: String? = nil,
    findingDecisions: String? = nil, scenario: String? = nil
  ) throws -> LoadedWorkspace {
    try refuseHalfErased(directory)
    return try console.reporting {
      try WorkspaceReader(
        directory: directory, decisions: decisions, activities: activities, findingDecisions: findingDecisions,
        scenario: scenario, mask: mask
      )
      .read(asOf: asOf, today: WorkspaceLoading.today)
    }
  }

  /// Between two files of an erasure the workspace says two things.
  private func refuseHalfErased(_ directory: String) throws {
    guard EraseJournal(in: directory).isPending else { return }
    console.message("An erasure in \(directory) was interrupted, and some files still name who is erased.\n")
    console.message("Maybe run `ballast privacy erase` again: it finishes that first.\n")
    throw ExitStatus.incomplete
  }

  /// The path that was given, else a file that may lie in the workspace; `nil`: it does not.
  static func file(_ given: PathArgument?, or name: String, in directory: PathArgument) -> String? {
    if let given { return given.path }
    let path = "\(directory.path)/\(name)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The day of the machine's own calendar.
  static var today: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
      ?? CalendarDate(dayNumber: 0)
  }
}
