import ArgumentParser

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Hundreds of what-ifs: every combination of a grid, on one machine or on many.",
    discussion: """
      `expand` writes one line per unit, `run` computes units into a folder, one, a share or that of a scheduler's array, and \
      `collect` puts them side by side; `show` makes scenarios of one, to plan it with all reports. A unit gives the same bytes wherever it is computed.
      """,
    subcommands: [
      SweepExpandCommand.self, SweepRunCommand.self, SweepCollectCommand.self, SweepShowCommand.self,
    ])
}
