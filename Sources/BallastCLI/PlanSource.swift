import Ballast
import PlanDocument
import Workspace

/// A plan and what it was made from: the workspace, with the scenario of the plan laid over it. A plan whose inputs have
/// changed since ends the command with 5.
struct PlanSource {
  let document: PlanDocument
  let workspace: LoadedWorkspace

  /// - Parameter data: folder of the workspace; `nil`: the one that the plan names.
  init(_ path: String, data: String?, console: Console, isQuiet: Bool) throws {
    let reading = PlanReading(console: console)
    document = try reading.read(path)
    let folder = try data ?? reading.workspace(of: document, at: path)
    let scenario = document.scenario?.files.last.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
    workspace = try WorkspaceLoading(console: console, isQuiet: isQuiet)
      .load(folder, asOf: document.asOf, scenario: scenario)
    try refuseStale(console)
  }

  private func refuseStale(_ console: Console) throws {
    let names = Set(document.inputs.keys).union(workspace.digests.keys).sorted()
    let changed = names.filter { document.inputs[$0] != workspace.digests[$0] }
    guard !changed.isEmpty else { return }
    console.message("The inputs have changed since the plan was made: \(changed.joined(separator: ", ")).\n")
    console.message("Maybe run `ballast plan` again, or name the old data with --data DIR.\n")
    throw ExitStatus.stalePlan
  }
}
