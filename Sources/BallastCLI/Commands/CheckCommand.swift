import ArgumentParser
import Ballast
import Reports
import Workspace

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Validates data and policy; says what is missing, doubtful, short, impossible.")

  @Argument(help: "The workspace: a folder with accounts.csv and csms.csv.")
  var directory = "."

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let workspace = try WorkspaceLoading(console: console, isQuiet: true).read(directory, asOf: common.asOf?.date)
    let facts = try WorkspaceCheck(workspace).facts()
    if common.json {
      console.output(try facts.json())
    } else if !common.quiet {
      console.output(CheckPage(issues: workspace.issues, facts: facts.page).render(color: console.allowsColor))
    }
    if let status = workspace.failure { throw status }
  }
}
