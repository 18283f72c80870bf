import ArgumentParser
import Portfolio
import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a small, realistic workspace to start from.")

  @Argument(help: "Folder to create; files that exist are never overwritten.")
  var directory: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let start = common.asOf?.date ?? WorkspaceLoading.today.adding(days: 1)
    try console.reporting { try WorkspaceTemplate(start: start).write(to: directory) }
    let paths = WorkspaceTemplate.fileNames.map { "\(directory)/\($0)" }
    if common.json { return try console.outputJSON(files: paths) }
    guard !common.quiet else { return }
    console.output(paths.map { "wrote \($0)\n" }.joined())
    console.output("Next: ballast plan \(directory)\n")
  }
}
