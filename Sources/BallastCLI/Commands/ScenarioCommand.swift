import ArgumentParser

struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "What if: changes laid over a workspace, planned and compared.",
    discussion: """
      A scenario is a small YAML file, usually in the folder scenarios of a workspace. `ballast plan --scenario FILE` plans one \
      with all its reports.
      """,
    subcommands: [ScenarioShowCommand.self, ScenarioRunCommand.self, ScenarioCompareCommand.self])
}
