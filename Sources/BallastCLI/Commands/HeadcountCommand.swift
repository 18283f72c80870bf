import ArgumentParser
import Ballast
import PlanDocument
import Portfolio
import Reports
import Scenarios
import Workspace

struct HeadcountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "headcount",
    abstract: "How many hires, and which, bring everybody inside the band, with a proven minimum.",
    discussion: """
      Nobody above the band in a steady month, and no account without a CSM. Candidates are derived from what the accounts of \
      each region need, or given as a scenario that only adds CSMs. The hires are written as a scenario.
      """)

  @Argument(help: "The workspace.")
  var directory = PathArgument.currentFolder

  @Option(help: "A scenario whose added CSMs are the candidates; of each as many as needed may be hired.")
  var profiles: PathArgument?

  @Option(help: "How many may be hired.")
  var maxHires = 5

  @Option(help: "Folder for headcount.json and hires.yaml; default: out/headcount in the workspace.")
  var output: PathArgument?

  @OptionGroup var limits: SearchOptions
  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...50).contains(maxHires) else { throw ValidationError("--max-hires is a whole number from 1 to 50.") }
  }

  func run() throws {
    let console = Console()
    let mask = try masking.pseudonyms(console)
    let loading = WorkspaceLoading(console: console, isQuiet: common.quiet, mask: mask)
    let base = try loading.load(directory.path, asOf: common.asOf?.date)
    guard let portfolio = base.portfolio else { throw ExitStatus.data }
    let given = try profiles.map { try candidates($0.path, portfolio, loading) }
    let stop = PlanStop()
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let folder = output?.path ?? masking.folder("\(directory.path)/out/headcount")
    let search = study(portfolio, mask, given, folder, console)
    let outcome = try console.reporting { try search.run(stop.interruption) }
    guard case .answered(let document, let draft) = outcome else { throw failure(outcome, console, stop) }
    var paths = try console.reporting { try OutputFiles.write(HeadcountFiles(document).files(), to: folder) }
    if draft != nil { paths.append("\(folder)/\(HeadcountFiles.scenario)") }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(HeadcountText(document, color: console.allowsColor).render())
      for path in paths { try console.output("\(path)\n") }
    }
    if let code = stop.exitCode { throw ExitCode(code) }
  }

  private func candidates(_ path: String, _ base: Portfolio, _ loading: WorkspaceLoading) throws -> [CSM] {
    let workspace = try loading.load(directory.path, asOf: common.asOf?.date, scenario: path)
    guard let found = workspace.portfolio.flatMap({ HeadcountStudy.profiles(of: $0, over: base) }) else {
      loading.console.message(
        "\(path): A scenario of candidates adds CSMs and changes nothing else.\nMaybe keep only `csms: {add: [...]}`.\n"
      )
      throw ExitStatus.policy
    }
    return found
  }

  private func study(
    _ portfolio: Portfolio, _ mask: Pseudonyms?, _ candidates: [CSM]?, _ folder: String, _ console: Console
  ) -> HeadcountStudy {
    let isQuiet = common.quiet
    return HeadcountStudy(
      portfolio, folder: directory.path, mask: mask, profiles: candidates, most: maxHires,
      request: limits.request(orSeconds: 60, gap: 0.001), facts: { ComparedPlan.Facts($0) },
      store: { draft in
        let path = "\(folder)/\(HeadcountFiles.scenario)"
        try OutputFiles.createFolder(folder)
        try OutputFiles.write([(path: path, bytes: Array(draft.text.utf8))], inputs: folder)
        return path
      },
      report: { event in if !isQuiet { console.message(HeadcountCommand.line(event) + "\n") } })
  }

  private static func line(_ event: HeadcountStudy.Event) -> String {
    switch event {
    case .begins(let profiles, let most):
      "\(profiles.count == 1 ? "1 profile" : "\(profiles.count) profiles"), up to \(most) hires"
    case .found(let document): HeadcountText.verdict(document)
    case .planned(let facts, _, _): "Plan with the hires: \(ComparisonText.line(facts))"
    }
  }

  private func failure(_ outcome: HeadcountStudy.Outcome, _ console: Console, _ stop: PlanStop) -> ExitCode {
    switch outcome {
    case .answered: break
    case .conflict(let reasons):
      for reason in reasons { console.message("\(reason)\n") }
      return ExitStatus.rulesCollide
    case .noPlan(let reason): console.message("The search ended without an answer (\(reason.rawValue)).\n")
    case .rejected(let problems):
      for problem in problems { console.message("\(problem)\n") }
      return ExitStatus.internalFailure
    }
    return stop.exitCode.map { ExitCode($0) } ?? ExitStatus.noPlan
  }
}
