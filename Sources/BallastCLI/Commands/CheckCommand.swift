import ArgumentParser
import Ballast
import Reports
import Workspace

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Validates data and policy; says what is missing, doubtful, short, impossible.")

  @Argument(help: "The workspace: a folder with accounts.csv and csms.csv.")
  var directory = PathArgument.currentFolder

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let loading = WorkspaceLoading(console: console, isQuiet: true, mask: try masking.pseudonyms(console))
    let workspace = try loading.read(directory.path, asOf: common.asOf?.date)
    let check = try console.reporting { try WorkspaceCheck(workspace) }
    if common.json {
      try console.output(check.json())
    } else if !common.quiet {
      try console.output(CheckPage(check.pageIssues, facts: check.facts, color: console.allowsColor).render())
    }
    if let code = workspace.exitCode { throw ExitCode(code) }
    if !check.conflicts.isEmpty { throw ExitStatus.rulesCollide }
  }
}
