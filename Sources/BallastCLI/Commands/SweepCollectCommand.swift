import ArgumentParser
import Foundation
import PlanDocument
import Reports
import Sweeps
import Workspace

struct SweepCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "Puts all units of a sweep side by side: one table, one page.",
    discussion: """
      Writes sweep.html, sweep.json and sweep.csv into the folder. Exit code 75 where units are missing: each is named with the \
      command that computes it.
      """)

  @Argument(help: "The folder that `sweep run` wrote to.")
  var folder: PathArgument

  @Option(
    help: ArgumentHelp(
      "The workspace, which tells whom a mask has to hide; default: the one that the sweep names.", valueName: "dir"))
  var data: PathArgument?

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: the first day is part of each unit.")
    }
    if data != nil, !masking.mask { throw ValidationError("--data is for --mask: the table is made of the parts.") }
  }

  func run() throws {
    let console = Console()
    let collection = SweepCollection(SweepFolder(folder.path))
    let mask = try masking.pseudonyms(console)
    let (document, paths) = try SweepReporting(console: console).reporting {
      let document = try collection.document()
      let shown = try mask.map { try masked(document, $0, console) } ?? document
      return (shown, try OutputFiles.write(SweepFiles(shown).files(), to: masking.folder(folder.path)))
    }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(SweepText(document, commandForAll: collection.commandForAll).render())
      for path in paths { try console.output("\(path)\n") }
    }
    if !document.missing.isEmpty { throw ExitStatus.incomplete }
  }

  /// The parts are data, which units are computed from and which name people as the workspace does.
  private func masked(_ document: SweepDocument, _ mask: Pseudonyms, _ console: Console) throws -> SweepDocument {
    let units = try SweepFile(path: SweepFolder(folder.path).sweepPath).units
    let directory = data?.path ?? units[0].workspace
    // People whom only a scenario brings have names, too.
    let scenarios = Set(units.flatMap(\.scenarios)).sorted { ($0.file, $0.text) < ($1.file, $1.text) }
    let workspaces = try ([[]] + scenarios.map { [$0] }).map {
      try WorkspaceReader(directory: directory, scenarios: $0).read(asOf: units[0].asOf, today: units[0].asOf)
    }
    guard workspaces[0].portfolio != nil else {
      console.message("\(directory) cannot be read, and so nobody knows whom to hide. `ballast check` says why.\n")
      throw ExitStatus.data
    }
    let bytes = try DocumentMask(mask, workspaces).masked(Array(DocumentJSON.encoded(document))) ?? []
    return try JSONDecoder().decode(SweepDocument.self, from: Data(bytes))
  }
}
