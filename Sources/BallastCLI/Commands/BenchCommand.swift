import ArgumentParser

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Generates benchmark portfolios and measures Ballast on them.",
    subcommands: [
      BenchGenerateCommand.self, BenchGapCommand.self, BenchRunCommand.self, BenchCompareCommand.self,
      BenchCutsCommand.self,
    ])
}
