import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Portfolio
import Reports
import Review
import Workspace

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Where attention should go, and whether it goes there.",
    discussion: """
      Three questions in order: what is at risk, who could grow and why now, who has not been looked at. Then blind spots, hours \
      given against hours called for, concentration, and what written rules ask for. What is not in the data is called not \
      known, and not guessed.
      """)

  @Argument(help: "The workspace.")
  var directory = PathArgument.currentFolder

  @Option(
    help: ArgumentHelp(
      "Time given: a table of date, account_id, csm_id, minutes, kind; default: activity.csv in the workspace.",
      valueName: "file"))
  var activity: PathArgument?

  @Option(help: ArgumentHelp("A plan: without activities its efforts are the hours given.", valueName: "file"))
  var plan: PathArgument?

  @Option(help: ArgumentHelp("An earlier workspace or plan, for trends.", valueName: "path"))
  var previous: PathArgument?

  @Flag(name: .customLong("per-csm"), help: "Also write a page for everybody who holds accounts, for their one-to-one.")
  var perCSM = false

  @Option(
    help: ArgumentHelp(
      "Write what follows for a plan as a scenario: `ballast plan --scenario FILE`.", valueName: "file"))
  var asPolicy: PathArgument?

  @Option(help: "Folder for review.html, review.json and the lists; default: out/review in the workspace.")
  var output: PathArgument?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let console = Console()
    let input = try input(console)
    let document = Reviewer(input).review()
    let folder = output?.path ?? "\(directory.path)/out/review"
    var paths = try console.reporting { try ReviewOutput.write(document, to: folder, perCSM: perCSM) }
    if let asPolicy {
      let text = PolicyFragment(document, policy: input.portfolio.policy).text
      try console.reporting {
        try OutputFiles.write([(asPolicy.path, Array(text.utf8))], inputs: directory.path)
      }
      paths.append(asPolicy.path)
    }
    if common.json {
      try document.forEachPiece { try console.output(String(decoding: $0, as: UTF8.self)) }
    } else if !common.quiet {
      let shown = ReviewOutput.shown(paths, in: folder)
      try console.output(
        ReviewSummary(document, width: console.width, color: console.allowsColor, paths: shown).render())
    }
  }

  private func input(_ console: Console) throws -> ReviewInput {
    let workspace = try WorkspaceLoading(console: console, isQuiet: common.quiet)
      .load(directory.path, asOf: common.asOf?.date, activities: activityPath)
    guard let portfolio = workspace.portfolio else { throw ExitStatus.data }
    let touches = workspace.columnFacts.contains { $0.column == "last_touch" && $0.header != nil }
    return try ReviewInput(
      portfolio: portfolio, activities: workspace.activities,
      plan: plan.map { try PlanReading(console: console).read($0.path) },
      previous: previous.map { try earlier($0.path, console) }, inputs: workspace.digests, hasTouchColumn: touches)
  }

  private var activityPath: String? {
    if let activity { return activity.path }
    let path = "\(directory.path)/\(WorkspaceReader.activityFile)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private func earlier(_ path: String, _ console: Console) throws -> (name: String, books: [BookEntry]) {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard isThere, isFolder.boolValue else {
      return (path, BookEntry.entries(of: try PlanReading(console: console).read(path)))
    }
    let workspace = try WorkspaceLoading(console: console, isQuiet: true).load(path, asOf: common.asOf?.date)
    guard let portfolio = workspace.portfolio else { throw ExitStatus.data }
    return (path, BookEntry.entries(of: portfolio))
  }
}
