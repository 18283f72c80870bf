import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Portfolio
import Workspace

extension PlanReading {
  /// The workspace that a plan was made from, as it was then: inputs that have changed since end the command with 5.
  func freshWorkspace(
    of document: PlanDocument, at path: String, named: String?, isQuiet: Bool
  ) throws -> LoadedWorkspace {
    let folder = try named ?? workspace(of: document, at: path)
    let workspace = try WorkspaceLoading(console: console, isQuiet: isQuiet).load(folder, asOf: document.asOf)
    let names = Set(document.inputs.keys).union(workspace.digests.keys).sorted()
    let changed = names.filter { document.inputs[$0] != workspace.digests[$0] }
    guard changed.isEmpty else {
      console.message("The inputs have changed since the plan was made: \(changed.joined(separator: ", ")).\n")
      console.message("Maybe run `ballast plan` again, or name the old data with --data DIR.\n")
      throw ExitStatus.stalePlan
    }
    return workspace
  }

  /// The bytes of a file beside the plan.
  func bytes(of name: String, besides path: String) throws -> [UInt8] {
    let folder = (path as NSString).deletingLastPathComponent
    return try CappedFile.bytes(at: folder.isEmpty ? name : "\(folder)/\(name)", limit: PlanReading.sizeLimit)
  }
}

extension Console {
  /// Runs `body`; a plan that does not fit its data, or a lift without a meaning, end the command with a message.
  func explaining<Result>(_ plan: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try reporting(body)
    } catch let error as UnfitPlan {
      message("\(plan) does not follow from its data. \(error.reason)\n")
      message("Maybe it was edited by hand: `ballast verify` says more, `ballast plan` makes it anew.\n")
      throw ExitStatus.internalFailure
    } catch let error as NothingToLift {
      message(
        "The rule `\(error.lift.rule.rawValue)` forbids \(DisplayText.shown(error.lift.subject)) nothing in this plan.\n"
      )
      message("Maybe ask without this --lift.\n")
      throw ExitCode(64)
    }
  }
}
