import ArgumentParser
import PlanDocument
import Reports
import Sweeps

struct SweepCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "Puts all units of a sweep side by side: one table, one page.",
    discussion: """
      Writes sweep.html, sweep.json and sweep.csv into the folder. Exit code 75 where units are missing: each is named with the \
      command that computes it.
      """)

  @Argument(help: "The folder that `sweep run` wrote to.")
  var folder: PathArgument

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: the first day is part of each unit.")
    }
  }

  func run() throws {
    let console = Console()
    let collection = SweepCollection(SweepFolder(folder.path))
    let (document, paths) = try SweepReporting(console: console).reporting {
      let document = try collection.document()
      return (document, try OutputFiles.write(SweepFiles(document).files(), to: folder.path))
    }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(SweepText(document, commandForAll: collection.commandForAll).render())
      for path in paths { try console.output("\(path)\n") }
    }
    if !document.missing.isEmpty { throw ExitStatus.incomplete }
  }
}
