import Ballast
import Foundation
import PlanDocument
import Portfolio
import Workspace

/// A plan with the data it was made from, which have not changed since.
struct LoadedPlan {
  let document: PlanDocument
  let planner: Planner
  let portfolio: Portfolio
  /// The folder of the plan, and that of the data.
  let folder: String
  let workspaceFolder: String

  /// A plan by levels has an objective and a bound for each: what is about the one sum of all prices ends with 65.
  func requireWeights(for purpose: String, _ console: Console) throws {
    if document.robust != nil {
      console.message("\(purpose) where nobody is to stand surprises; this plan is a robust one.\n")
      console.message("Maybe plan again without `--robust` and `capacity.robust_accounts` for this question.\n")
      throw ExitStatus.data
    }
    guard document.levels != nil else { return }
    console.message("\(purpose) where all rules count together; this plan goes by levels.\n")
    console.message("Maybe plan again with `priorities: weights` for this question.\n")
    throw ExitStatus.data
  }

  /// Reads a file beside the plan.
  func readingProof(_ name: String) throws -> [UInt8] {
    try CappedFile.bytes(at: "\(folder)/\(name)", limit: PlanReading.sizeLimit)
  }
}

extension PlanReading {
  /// `data` is the folder of the data; `nil`: the one that the plan names. Other data end the command with 5.
  func loaded(_ path: String, data: String?, isQuiet: Bool, mask: Pseudonyms? = nil) throws -> LoadedPlan {
    let document = try read(path)
    try MaskMatch.require(document.inputs, of: path, mask?.digest, console)
    let workspaceFolder = try data ?? workspace(of: document, at: path)
    let workspace = try WorkspaceLoading(console: console, isQuiet: isQuiet, mask: mask)
      .load(workspaceFolder, asOf: document.asOf, scenario: PlanReading.scenario(of: document, in: workspaceFolder))
    try refuseStale(document, workspace)
    guard let planner = Planner(workspace), let portfolio = workspace.portfolio else { throw ExitStatus.data }
    let beside = (path as NSString).deletingLastPathComponent
    return LoadedPlan(
      document: document, planner: planner, portfolio: portfolio, folder: beside.isEmpty ? "." : beside,
      workspaceFolder: workspaceFolder)
  }

  /// A plan with pseudonyms. One that has them already must have those of the same key.
  func masked(_ path: String, data: String?, isQuiet: Bool, _ mask: Pseudonyms) throws -> PlanDocument {
    let document = try read(path)
    if document.inputs[Pseudonyms.inputName] != nil {
      try MaskMatch.require(document.inputs, of: path, mask.digest, console)
      return document
    }
    let folder = try data ?? workspace(of: document, at: path)
    let workspace = try WorkspaceLoading(console: console, isQuiet: isQuiet)
      .load(folder, asOf: document.asOf, scenario: PlanReading.scenario(of: document, in: folder))
    try refuseStale(document, workspace)
    guard let bytes = try DocumentMask(mask, [workspace]).masked(Array(document.encoded())) else {
      throw ExitStatus.data
    }
    return try PlanDocument.decoded(from: Data(bytes))
  }

  /// The scenario that was laid over the data, which is read again with them.
  private static func scenario(of document: PlanDocument, in folder: String) -> String? {
    document.scenario?.files.last.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
  }

  private func refuseStale(_ document: PlanDocument, _ workspace: LoadedWorkspace) throws {
    let names = Set(document.inputs.keys).union(workspace.digests.keys).sorted()
    let changed = names.filter { document.inputs[$0] != workspace.digests[$0] }
    guard !changed.isEmpty else { return }
    console.message("The inputs have changed since the plan was made: \(changed.joined(separator: ", ")).\n")
    console.message("Maybe run `ballast plan` again, or name the old data with --data DIR.\n")
    throw ExitStatus.stalePlan
  }
}
