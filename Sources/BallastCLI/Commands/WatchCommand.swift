import ArgumentParser
import PlanDocument
import Portfolio
import Reports
import Review
import Workspace

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "What is new, worse or resolved since the last review: for every night.",
    discussion: """
      Runs the review, compares its findings with those of the last run by their ids, and prints only what has changed. The \
      review is written to --output, so that the next run can be compared with it: `ballast watch DIR --previous \
      DIR/out/watch`. Decisions in finding-decisions.csv hide what somebody has dismissed or snoozed.
      """)

  @Option(
    help: ArgumentHelp(
      "The last run: its review.json or the folder with it; without it everything is new.", valueName: "path"))
  var previous: PathArgument?

  @Option(
    help: ArgumentHelp(
      "Decisions about findings: finding_id, decision (accept, dismiss, snooze), until, by, note; default: finding-decisions.csv in the workspace.",
      valueName: "file"))
  var decisions: PathArgument?

  @Flag(name: .customLong("detailed-exitcode"), help: "End with 2 instead of 0 when something is new, worse or back.")
  var detailedExitCode = false

  @Option(help: "Folder for review.json, review.html and the lists; default: out/watch in the workspace.")
  var output: PathArgument?

  @OptionGroup var options: ReviewOptions

  func run() throws {
    let console = Console()
    let loading = try options.loading(console)
    let table = WorkspaceLoading.file(
      decisions, or: WorkspaceReader.findingDecisionsFile, in: options.directory)
    let workspace = try loading.workspace(options, findingDecisions: table)
    let input = try loading.input(workspace, plan: options.plan?.path)
    let last = try previous.map {
      try PreviousReview(console: console).read($0.path, asOf: input.portfolio.asOf, mask: loading.mask?.digest)
    }
    let watch = ReviewWatch(previous: last, decisions: workspace.findingDecisions)
    let (review, changes) = watch.compare(Reviewer(input).review())
    let folder = output?.path ?? options.masking.folder("\(options.directory.path)/out/watch")
    let paths = try console.reporting { try ReviewOutput.write(review, to: folder, perCSM: false) }
    try show(changes, review, last, ReviewOutput.shown(paths, in: folder), console)
    if detailedExitCode, changes.hasNews { throw ExitStatus.changes }
  }

  private func show(
    _ changes: WatchDocument, _ review: ReviewDocument, _ last: ReviewDocument?, _ paths: [String], _ console: Console
  ) throws {
    if options.common.json {
      try console.outputJSON(changes)
    } else if !options.common.quiet {
      try console.output(
        WatchPage(
          changes, review: review, previous: last, width: console.width, color: console.allowsColor, paths: paths
        )
        .render())
    }
  }
}
