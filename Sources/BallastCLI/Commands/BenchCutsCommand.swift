import ArgumentParser
import Ballast
import Benchmarking
import Foundation

struct BenchCutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cuts", abstract: "Measures how much of the gap each family of cuts closes at the root.",
    discussion: """
      A plan is searched for first; what lies between it and the linear relaxation is the gap. Rounding cuts are those \
      of CSMs who compete, Gomory cuts come from the simplex tableau. Writes a table of Markdown to standard output.
      """)

  @Argument(help: ArgumentHelp("Workspaces: folders with accounts.csv and csms.csv.", valueName: "directory"))
  var directories: [PathArgument]

  @Option(help: "Longest search for a plan per workspace: 60, 90s, 2m. Default 20s.")
  var timeLimit: DurationArgument?

  @Option(help: "Seed of the search.")
  var seed: UInt64 = 1

  func run() throws {
    let console = Console()
    let limit = timeLimit?.duration ?? .seconds(20)
    var table = CutTable()
    for directory in directories {
      let workspace = try WorkspaceLoading(console: console, isQuiet: true).load(directory.path, asOf: nil)
      guard let planner = Planner(workspace) else { throw ExitStatus.data }
      let measurement = try console.reporting {
        try planner.optionModel().flatMap { try CutMeasurement($0, timeLimit: limit, seed: seed) }
      }
      table.add(measurement, of: URL(fileURLWithPath: directory.path).lastPathComponent)
    }
    try console.output(table.markdown)
  }
}
