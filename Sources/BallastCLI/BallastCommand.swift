import ArgumentParser
import Ballast

@main
struct BallastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ballast",
    abstract: "Balances the books of business of Customer Success Managers, with a proof.",
    discussion: """
      Start with `ballast init my-team`, look at the two tables in it, then `ballast plan my-team`.

      Exit codes: 0 done, 2 news (only with --detailed-exitcode), 3 the rules cannot all hold, 4 no plan within the limit, 5 the inputs of a plan have \
      changed, 64 usage, 65 data, 66 input missing, 70 internal error or failed verification, 73 cannot create, \
      74 input/output, 75 try again: something is missing, 77 permission, 78 policy, 130/143 stopped by a signal.
      """,
    version: BallastVersion.current,
    subcommands: [
      InitCommand.self, CheckCommand.self, PlanCommand.self, VerifyCommand.self, ExplainCommand.self,
      DiagnoseCommand.self, DiffCommand.self, CertifyCommand.self, ReportCommand.self, ScenarioCommand.self,
      FrontierCommand.self, SweepCommand.self, ResilienceCommand.self, HeadcountCommand.self, StressCommand.self,
      ReviewCommand.self, CalibrateCommand.self, WatchCommand.self, PrivacyCommand.self, ExportModelCommand.self,
      BenchCommand.self,
    ])

  static func main() {
    Console.ignoreSignalsOfWrites()
    main(nil)
  }
}
