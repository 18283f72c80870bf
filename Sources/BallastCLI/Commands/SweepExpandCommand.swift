import ArgumentParser
import Foundation
import Portfolio
import Reports
import Sweeps
import Workspace

struct SweepExpandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand", abstract: "Writes the units of a grid to standard output, one line each.",
    discussion: """
      Every value of every axis is held against the workspace first. Paths in the lines are seen from the folder in which this \
      ran: run the units from there, or name the workspace with --data.
      """)

  @Argument(help: "The grid, such as sweeps/next-quarter.yaml.")
  var grid: PathArgument

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if common.json { throw ValidationError("--json has no meaning here: the lines are JSON already.") }
  }

  func run() throws {
    let console = Console()
    let loaded = try console.reporting {
      try SweepGridReader(path: grid.path).read(asOf: common.asOf?.date, today: WorkspaceLoading.today)
    }
    let shown = loaded.issues.filter { $0.severity == .error || !common.quiet }
    if !shown.isEmpty { console.message(IssueReport(shown).render()) }
    if let code = loaded.exitCode { throw ExitCode(code) }
    guard let grid = loaded.grid else { throw ExitStatus.policy }
    let sweep = try SweepFile(grid)
    try console.output(String(decoding: sweep.bytes, as: UTF8.self))
    if !common.quiet {
      let factors = grid.axes.map { "\($0.values.count) \($0.name)" }.joined(separator: " x ")
      let product = grid.cases == nil ? factors : "cases of \(factors)"
      console.message("\(sweep.units.count) units: \(product). First day \(grid.asOf).\n")
    }
  }
}
