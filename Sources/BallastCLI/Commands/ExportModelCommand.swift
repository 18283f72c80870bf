public import ArgumentParser
import Ballast
import Workspace

extension ModelFormat: ExpressibleByArgument {}

struct ExportModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-model", abstract: "Writes the exact model for any other solver.",
    discussion: "The optimum of the exported model, in points, is the optimum of the plan's objective.")

  @Argument(help: "The workspace: a folder with accounts.csv and csms.csv.")
  var directory = PathArgument.currentFolder

  @Option(help: "mps or lp.")
  var format: ModelFormat = .mps

  @Option(help: "File to write.")
  var output: PathArgument

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let mask = try masking.pseudonyms(console)
    let workspace = try WorkspaceLoading(console: console, isQuiet: common.quiet, mask: mask)
      .load(directory.path, asOf: common.asOf?.date)
    guard let planner = Planner(workspace) else { throw ExitStatus.data }
    switch try console.reporting({ try planner.modelText(format) }) {
    case .conflict(let reasons): _ = try console.planned(.conflict(reasons))
    case .model(let text):
      try console.reporting { try OutputFiles.write([(output.path, Array(text.utf8))], inputs: directory.path) }
      if common.json {
        try console.outputJSON(files: [output.path])
      } else if !common.quiet {
        console.message("wrote \(output.path)\n")
      }
    }
  }
}
