import ArgumentParser
import Ballast
import PlanDocument
import Portfolio
import Reports
import Scenarios
import Workspace

struct ScenarioRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Plans scenarios beside the workspace as it is, and compares them.",
    discussion: """
      Every search begins with the plan of the workspace as it is. Each plan goes to a folder of its own with all its reports; \
      comparison.html, comparison.json and comparison.csv lie beside them.
      """)

  @Argument(help: "Scenarios, such as scenarios/*.yaml.")
  var files: [PathArgument]

  @Option(help: "The workspace; default: the folder above that of the first scenario.")
  var data: PathArgument?

  @Option(help: "Stop a search when its plan is proven to be this close to the best one. Default 0.1%.")
  var gap: GapArgument?

  @Flag(help: "Begin every search from nothing instead of from the plan of the workspace as it is.")
  var cold = false

  @Option(help: "Folder for the results; default: out/scenarios in the workspace.")
  var output: PathArgument?

  @OptionGroup var limits: SearchOptions
  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let names = files.map { ScenarioName.of($0.path) }
    if let twin = Dictionary(grouping: names, by: { $0 }).first(where: { $0.value.count > 1 })?.key {
      throw ValidationError("Two scenarios are called \(twin): their results would have one folder.")
    }
    if names.contains("base") { throw ValidationError("The folder base holds the plan without a scenario.") }
  }

  func run() throws {
    let console = Console()
    let folder = data?.path ?? ScenarioFolder.workspace(of: files[0].path)
    let cases = try loaded(folder, console)
    let results = output?.path ?? masking.folder("\(folder)/out/scenarios")
    let stop = PlanStop()
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let document = try planned(cases, folder, results, console, stop)
    let paths = try console.reporting { try OutputFiles.write(ComparisonFiles(document).files(), to: results) }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(ComparisonText(document, width: console.width, color: console.allowsColor).render())
      for path in paths { try console.output("\(path)\n") }
    }
    if let code = stop.exitCode { throw ExitCode(code) }
  }

  /// All of them before the first search: whatever is wrong is said at once.
  private func loaded(_ folder: String, _ console: Console) throws -> [ScenarioCase] {
    let loading = try WorkspaceLoading(console: console, isQuiet: common.quiet, mask: masking.pseudonyms(console))
    let base = try loading.load(folder, asOf: common.asOf?.date)
    var workspaces = [(base, "base")]
    var failed: ExitCode?
    for file in files {
      let workspace = try loading.read(folder, asOf: common.asOf?.date, scenario: file.path)
      let errors = workspace.issues.filter { $0.severity == .error }
      if !errors.isEmpty { console.message(IssueReport(errors).render()) }
      if let code = workspace.exitCode { failed = failed ?? ExitCode(code) }
      workspaces.append((workspace, ScenarioName.of(file.path)))
    }
    if let failed { throw failed }
    return workspaces.compactMap { ScenarioCase($0.0, id: $0.1) }
  }

  /// The workspace as it is comes first: the others begin with its plan.
  private func planned(
    _ cases: [ScenarioCase], _ folder: String, _ results: String, _ console: Console, _ stop: PlanStop
  ) throws -> ComparisonDocument {
    let gathered = ScenarioResults(cases, folder: results, inputs: folder)
    let runner = ScenarioRunner(request, folder: folder)
    let isQuiet = common.quiet
    let finished = { @Sendable (index: Int, outcome: PlanOutcome) in
      let line = try gathered.record(index, outcome)
      if !isQuiet { console.message("\(cases[index].id): \(line)\n") }
    }
    try console.reporting {
      try runner.run([cases[0]], from: nil, interruption: stop.interruption, finished: finished)
      try runner.run(
        Array(cases[1...]), from: cold ? nil : gathered.base, interruption: stop.interruption
      ) { try finished($0 + 1, $1) }
    }
    return gathered.comparison
  }

  private var request: PlanRequest { limits.request(orSeconds: 30, gap: gap?.fraction ?? 0.001) }
}
