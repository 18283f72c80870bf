import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Portfolio
import Reports
import Scenarios
import Workspace

struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier", abstract: "What a limit on handoffs, or a value of the policy, costs over a range.",
    discussion: """
      Each point has a plan and a certified bound. Plans inside a strict limit count for looser ones, bounds of loose limits for \
      stricter ones. The knee is where more of the limit begins to buy little.
      """)

  @Argument(help: "The workspace.")
  var directory = PathArgument.currentFolder

  @Option(help: "At most so many handoffs by choice: 0..60.")
  var moves: RangeArgument?

  @Option(help: "At most so much ARR moved by choice: 0..5M.")
  var arrMoved: RangeArgument?

  @Option(help: "A whole number of the policy by its path: continuity.percent_per_year:0..40.")
  var price: PolicyRangeArgument?

  @Option(help: "How many values of the range are planned.")
  var points = 13

  @Option(help: "A what-if to lay over the workspace first.")
  var scenario: PathArgument?

  @Option(help: "Stop a search when its plan is proven to be this close to the best one. Default 0.1%.")
  var gap: GapArgument?

  @Option(
    help:
      "Folder for frontier.html, frontier.json and, in points, scenario and plan of each value; default: out/frontier in the workspace."
  )
  var output: PathArgument?

  @OptionGroup var limits: SearchOptions
  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let given = (moves == nil ? 0 : 1) + (arrMoved == nil ? 0 : 1) + (price == nil ? 0 : 1)
    guard given == 1 else { throw ValidationError("Name one of --moves, --arr-moved and --price.") }
    guard (2...200).contains(points) else { throw ValidationError("--points is a whole number from 2 to 200.") }
  }

  func run() throws {
    let console = Console()
    let mask = try masking.pseudonyms(console)
    let base = try WorkspaceLoading(console: console, isQuiet: common.quiet, mask: mask)
      .load(directory.path, asOf: common.asOf?.date, scenario: scenario?.path)
    let stop = PlanStop()
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let document = try console.reporting { try search(base, mask, console, stop) }
    guard !document.points.isEmpty else {
      if let code = stop.exitCode { throw ExitCode(code) }
      for (value, reason) in document.without.sorted(by: { $0.key < $1.key }) {
        console.message("\(value): \(reason)\n")
      }
      throw ExitStatus.noPlan
    }
    let paths = try console.reporting {
      try OutputFiles.write(FrontierFiles(document).files(), to: results)
    }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(FrontierText(document).render())
      for path in paths { try console.output("\(path)\n") }
    }
    if let code = stop.exitCode { throw ExitCode(code) }
  }

  private func search(
    _ base: LoadedWorkspace, _ mask: Pseudonyms?, _ console: Console, _ stop: PlanStop
  ) throws -> FrontierDocument {
    let isQuiet = common.quiet
    let policy = base.portfolio?.policy
    return try FrontierRunner(request, folder: directory.path).run(
      axis, path: price?.path, values: range.values(points), currency: policy?.currency ?? "",
      interruption: stop.interruption, planner: { try Planner(workspace(base, mask, at: $0)) },
      facts: { ComparedPlan.Facts($0) }
    ) { value, outcome in
      guard case .planned(let document, let proof) = outcome else { return }
      _ = try OutputFiles.write(
        document, proof, export: policy?.export ?? ExportPolicy(), to: "\(results)/points/\(value)",
        inputs: directory.path)
      if !isQuiet { console.message("\(value): \(ComparisonText.line(ComparedPlan.Facts(document)))\n") }
    }
  }

  /// Every point is a scenario, written down, so that its plan can be verified, and made again.
  private func workspace(_ base: LoadedWorkspace, _ mask: Pseudonyms?, at value: Int64) throws -> LoadedWorkspace {
    var draft = ScenarioDraft(name: name(of: value))
    draft.base = scenario.map { URL(filePath: $0.path).standardizedFileURL.path }
    draft.policy = [(path: path, value: String(value))]
    let written = "\(results)/points/\(value).yaml"
    try OutputFiles.createFolder("\(results)/points")
    try OutputFiles.write([(written, Array(draft.text.utf8))], inputs: directory.path)
    let workspace = try WorkspaceReader(directory: directory.path, scenario: written, mask: mask)
      .read(asOf: base.portfolio?.asOf, today: WorkspaceLoading.today)
    guard let code = workspace.exitCode else { return workspace }
    let errors = workspace.issues.filter { $0.severity == .error }
    Console().message(IssueReport(errors).render())
    try? FileManager.default.removeItem(atPath: written)
    throw ExitCode(code)
  }

  private var path: String {
    switch axis {
    case .moves: "handoffs.budget.count"
    case .arrMoved: "handoffs.budget.arr"
    case .value: price?.path ?? ""
    }
  }

  private func name(of value: Int64) -> String {
    switch axis {
    case .moves: "At most \(value) handoffs by choice"
    case .arrMoved: "At most \(value) of ARR moved by choice"
    case .value: "\(path) at \(value)"
    }
  }

  private var results: String { output?.path ?? masking.folder("\(directory.path)/out/frontier") }
  private var axis: FrontierDocument.Axis { moves != nil ? .moves : arrMoved != nil ? .arrMoved : .value }
  private var range: RangeArgument { moves ?? arrMoved ?? price?.range ?? RangeArgument(0...1) }

  private var request: PlanRequest { limits.request(orSeconds: 10, gap: gap?.fraction ?? 0.001) }
}

/// `PATH:0..60`.
struct PolicyRangeArgument: ExpressibleByArgument {
  let path: String
  let range: RangeArgument

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), colon > argument.startIndex,
      let range = RangeArgument(argument: String(argument[argument.index(after: colon)...]))
    else { return nil }
    path = String(argument[..<colon])
    self.range = range
  }
}
