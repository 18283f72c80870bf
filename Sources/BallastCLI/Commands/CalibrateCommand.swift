import ArgumentParser
import Calibration
import PlanDocument
import Portfolio
import Reports
import Workspace

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate", abstract: "What accounts really take: fits the efforts of the policy to an activity log.",
    discussion: """
      Base hours by tier, and what onboarding, health, escalations, ARR and posture add, each with a 90 % range. What the log \
      says too little about stays as it is in the policy, with the reason. Nothing is changed: `--policy FILE` writes a \
      scenario, and `ballast plan --scenario FILE` plans with it.
      """)

  @Argument(help: "The workspace.")
  var directory = PathArgument.currentFolder

  @Option(
    help: ArgumentHelp(
      "Time given: a table of date, account_id, csm_id, minutes, kind; default: activity.csv in the workspace.",
      valueName: "file"))
  var activity: PathArgument?

  @Flag(help: "Accounts far off count less: for logs with single wild entries.")
  var robust = false

  @Option(help: ArgumentHelp("Write what was fitted as a scenario for `ballast plan --scenario`.", valueName: "file"))
  var policy: PathArgument?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let document = try calibrated(console)
    if let policy {
      let bytes = Array(CalibrationFragment(document).text.utf8)
      try console.reporting { try OutputFiles.write([(policy.path, bytes)], inputs: directory.path) }
    }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(
        CalibrationSummary(document, color: console.allowsColor, workspace: directory.path, policy: policy?.path)
          .render())
    }
  }

  private func calibrated(_ console: Console) throws -> CalibrationDocument {
    guard let activities = WorkspaceLoading.file(activity, or: WorkspaceReader.activityFile, in: directory) else {
      console.message(
        "There is no \(WorkspaceReader.activityFile) in the workspace.\nMaybe name the log with --activity FILE.\n")
      throw ExitStatus.inputMissing
    }
    let workspace = try WorkspaceLoading(console: console, isQuiet: common.quiet)
      .load(directory.path, asOf: common.asOf?.date, activities: activities)
    guard let portfolio = workspace.portfolio else { throw ExitStatus.data }
    let input = CalibrationInput(portfolio: portfolio, activities: workspace.activities ?? [], isRobust: robust)
    do throws(CalibrationRefusal) {
      return try Calibrator(input).calibrate(inputs: workspace.digests).document
    } catch {
      console.message("Too little data to fit efforts.\n" + error.reasons.map { "  \($0)\n" }.joined())
      throw ExitStatus.data
    }
  }
}
