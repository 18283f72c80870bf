import ArgumentParser
import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a small, realistic workspace to start from.")

  @Argument(help: "Folder to create; files that exist are never overwritten.")
  var directory: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let files = try console.reporting { try WorkspaceTemplate().write(to: directory) }
    guard !common.quiet else { return }
    console.output(files.map { "wrote \($0)\n" }.joined())
    console.output("Next: ballast plan \(directory)\n")
  }
}
