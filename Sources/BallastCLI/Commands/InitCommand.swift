import ArgumentParser
import Portfolio
import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a small, realistic workspace to start from.")

  @Argument(help: "Folder to create; files that exist are never overwritten.")
  var directory: PathArgument

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let start = common.asOf?.date ?? WorkspaceLoading.today.adding(days: 1)
    try console.reporting { try WorkspaceTemplate(start: start).write(to: directory.path) }
    let paths = WorkspaceTemplate.fileNames.map { "\(directory.path)/\($0)" }
    if common.json { return try console.outputJSON(files: paths) }
    guard !common.quiet else { return }
    try console.output(paths.map { "wrote \($0)\n" }.joined())
    try console.output("Next: ballast plan \(directory.path)\n")
  }
}
