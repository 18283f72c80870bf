import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Workspace

struct ScenarioShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Says what a scenario changes, before anything is planned.")

  @Argument(help: "A scenario, such as scenarios/dana-leaves.yaml.")
  var file: PathArgument

  @Option(help: "The workspace; default: the folder above that of the scenario.")
  var data: PathArgument?

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let folder = data?.path ?? ScenarioFolder.workspace(of: file.path)
    let mask = try masking.pseudonyms(console)
    let workspace = try WorkspaceLoading(console: console, isQuiet: common.quiet, mask: mask)
      .load(folder, asOf: common.asOf?.date, scenario: file.path)
    guard let scenario = workspace.scenario.map(ScenarioDocument.init) else { throw ExitStatus.data }
    if common.json {
      try console.outputJSON(scenario)
    } else {
      try console.output(ScenarioShowCommand.page(scenario))
    }
  }

  private static func page(_ scenario: ScenarioDocument) -> String {
    var lines = [scenario.name]
    if let why = scenario.why { lines.append(why) }
    lines.append("")
    if scenario.changes.isEmpty { lines.append("It changes nothing.") }
    lines += scenario.changes.map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Where the workspace of a scenario is, when nobody says so.
enum ScenarioFolder {
  /// `scenarios/x.yaml` lies in the workspace that holds `scenarios`; a file next to the tables lies in theirs.
  static func workspace(of scenario: String) -> String {
    let beside = (scenario as NSString).deletingLastPathComponent
    let own = beside.isEmpty ? "." : beside
    let isWorkspace = FileManager.default.fileExists(atPath: "\(own)/\(WorkspaceReader.accountsFile)")
    if isWorkspace { return own }
    if own.hasSuffix("..") || own == "." { return "\(own)/.." }
    let above = (own as NSString).deletingLastPathComponent
    return above.isEmpty ? "." : above
  }
}
