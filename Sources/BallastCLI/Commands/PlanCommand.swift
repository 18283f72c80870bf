import ArgumentParser
import Ballast
import PlanDocument
import Portfolio
import Reports
import Workspace

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Solves, verifies and explains: the main job.",
    discussion: """
      Writes plan.json, proof.json (where the bound needs more than multipliers), report.html, report.md, assignments.csv, handoffs.csv, handoff-packs.md, handoffs/, handoffs.ics and the CRM load files. Ctrl-C stops \
      the search and writes the best verified plan so far.
      """)

  @Argument(help: "The workspace: a folder with accounts.csv and csms.csv.")
  var directory = PathArgument.currentFolder

  @Option(help: "Stop when the plan is proven to be this close to the best possible one: 0.001 or 0.1%. Default 0.1%.")
  var gap: GapArgument?

  @Flag(help: "Measure the gap against the certified bound, not the solver's claim.")
  var certified = false

  @Option(help: "Folder for the results; default: out in the workspace, or a folder in it named after the scenario.")
  var output: PathArgument?

  @Option(
    help:
      "Writes reports for this reader as well: manager:ID (or a team), csm:ID; managers and csms for all. Repeatable.")
  var audience: [AudienceArgument] = []

  @Option(help: "A what-if to lay over the workspace: a file such as scenarios/dana-leaves.yaml.")
  var scenario: PathArgument?

  @Option(help: "Answers to proposed moves (accept, reject, defer): a CSV file such as the filled decisions-blank.csv.")
  var decisions: PathArgument?

  @Option(help: "The plan that the decisions answer; default: plan.json in the folder for the results.")
  var reviewed: PathArgument?

  @Option(help: "A plan people have been told of: what has begun goes on, what was announced moves only at a price.")
  var published: PathArgument?

  @Option(
    help: "So many accounts of each CSM may need their high effort at once: nobody comes above the hard limit then.")
  var robust: Int64?

  @Option(help: "Look for so many other good plans as well; each is written as a plan of its own.")
  var alternatives: Int?

  @Option(
    help: "In how many accounts, or families that move together, alternatives differ from the plan and one another.")
  var differ: Int?

  @Option(help: "How much more alternatives, and plans that load ranges are about, may cost: 0.01 or 1%. Default 1%.")
  var within: GapArgument?

  @Flag(help: "Say how low and how high the load of each CSM could have been in plans nearly as good.")
  var loadRanges = false

  @Flag(help: "Show how the search goes as a table on standard error, at once and also where that is no terminal.")
  var log = false

  @Option(help: "Write every improvement of the plan or its bound to this file, one line of JSON each, as it happens.")
  var progressLog: PathArgument?

  @OptionGroup var limits: SearchOptions
  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if log, common.quiet { throw ValidationError("--log and --quiet exclude each other.") }
    if reviewed != nil, decisions == nil { throw ValidationError("--reviewed names the plan that --decisions answer.") }
    if let alternatives, !(1...20 ~= alternatives) { throw ValidationError("--alternatives is a number from 1 to 20.") }
    if differ != nil, alternatives == nil { throw ValidationError("--differ says how --alternatives differ.") }
    if let robust, !(0...1000 ~= robust) { throw ValidationError("--robust is a number of accounts from 0 to 1000.") }
    if let differ, differ < 1 { throw ValidationError("--differ is at least 1.") }
    if within != nil, alternatives == nil, !loadRanges {
      throw ValidationError("--within says what --alternatives or --load-ranges may cost.")
    }
  }

  func run() throws {
    let console = Console()
    let mask = try masking.pseudonyms(console)
    var workspace = try WorkspaceLoading(console: console, isQuiet: common.quiet, mask: mask)
      .load(directory.path, asOf: common.asOf?.date, decisions: decisions?.path, scenario: scenario?.path)
    if let robust { workspace.portfolio?.policy.capacity.robustAccounts = robust }
    try refuseBesides(workspace, console)
    // Before the search: a misspelt name is noticed at once.
    let readers = try AudienceList(audience, workspace.portfolio, console).audiences
    let folder =
      output?.path ?? masking.folder("\(directory.path)/out") + (scenario.map { "/\(ScenarioName.of($0.path))" } ?? "")
    let agreements = try AgreementReading(console: console, isQuiet: common.quiet)
      .agreements(workspace, decisions: decisions?.path, reviewed: reviewed?.path, published: published?.path, folder)
    let stop = PlanStop()
    // Until the files are written: a signal must not leave some of them new and some old.
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let (outcome, progressFile) = try search(workspace, agreements, console, stop)
    if case .noPlan(.interrupted) = outcome, let code = stop.exitCode { throw ExitCode(code) }
    var (document, proof) = try console.planned(outcome)
    let others = try besides(&document, workspace, agreements, console, stop)
    let paths = try console.reporting {
      try OutputFiles.write(
        document, proof, alternatives: others, export: exportPolicy(workspace), audiences: readers, to: folder,
        inputs: directory.path,
        keeping: [decisions?.path, published?.path, scenario?.path].compactMap { $0 })
    }
    try show(document, console, folder, paths)
    try console.reporting { try progressFile?.close() }
    if let code = stop.exitCode {
      if !common.quiet { console.message("Stopped by a signal; the best verified plan so far is in \(folder).\n") }
      throw ExitCode(code)
    }
  }

  private func show(_ document: PlanDocument, _ console: Console, _ folder: String, _ paths: [String]) throws {
    if !common.quiet { mentionEarlierFiles(in: folder, besides: paths, console) }
    if common.json {
      try console.output(String(decoding: try document.encoded(), as: UTF8.self))
    } else if !common.quiet {
      try console.output(
        TerminalSummary(
          document, width: console.width, color: console.allowsColor, paths: OutputFiles.shown(paths, in: folder)
        )
        .render())
    }
  }

  private func search(
    _ workspace: LoadedWorkspace, _ agreements: [Agreement], _ console: Console, _ stop: PlanStop
  ) throws -> (PlanOutcome, ProgressFile?) {
    guard let planner = Planner(workspace, agreements: agreements) else { throw ExitStatus.data }
    let printer = ProgressPrinter(console, isQuiet: common.quiet, isLog: log)
    defer { printer.clear() }
    return try console.reporting {
      let file = try progressLog.map { try ProgressFile(path: $0.path, inputs: directory.path) }
      let outcome = try planner.plan(request, folder: directory.path, interruption: stop.interruption) { progress in
        file?.record(progress.moment)
        printer.show(progress)
      }
      return (outcome, file)
    }
  }

  /// Alternatives and load ranges are about the one sum of all prices, and about all plans that keep the limits.
  private func refuseBesides(_ workspace: LoadedWorkspace, _ console: Console) throws {
    guard alternatives != nil || loadRanges, let policy = workspace.portfolio?.policy else { return }
    if policy.priorities.levels.isEmpty, policy.capacity.robustAccounts == 0 { return }
    let advice =
      policy.priorities.levels.isEmpty ? "leave out `capacity.robust_accounts`" : "write `priorities: weights`"
    console.message("Alternatives and load ranges are sought only where all rules count together, without surprises.\n")
    console.message("Maybe \(advice) for this question.\n")
    throw ExitStatus.data
  }

  /// What was asked for beyond the plan: load ranges and other plans.
  private func besides(
    _ document: inout PlanDocument, _ workspace: LoadedWorkspace, _ agreements: [Agreement], _ console: Console,
    _ stop: PlanStop
  ) throws -> [PlanDocument] {
    guard alternatives != nil || loadRanges, let planner = Planner(workspace, agreements: agreements) else { return [] }
    let fraction = within?.fraction ?? 0.01
    return try console.reporting {
      if loadRanges {
        document.loadRanges = try planner.loadRanges(
          around: document, within: fraction, request, interruption: stop.interruption)
      }
      guard let alternatives else { return [] }
      let wanted = AlternativesRequest(count: alternatives, differ: differ ?? 3, within: fraction)
      let found = try planner.alternatives(besides: document, wanted, request, interruption: stop.interruption)
      document.alternatives = found.summary
      return found.plans
    }
  }

  /// Files of an earlier plan look like those of this one; which have been loaded or sent only people know.
  private func mentionEarlierFiles(in folder: String, besides paths: [String], _ console: Console) {
    let earlier = OutputFiles.earlierFiles(in: folder, besides: paths)
    guard !earlier.isEmpty else { return }
    let named = earlier.prefix(2).joined(separator: ", ") + (earlier.count > 2 ? " and \(earlier.count - 2) more" : "")
    console.message("\(folder) holds files of an earlier plan: \(named).\n")
    console.message("Maybe move them away, so that nobody loads or sends them by mistake.\n")
  }

  private func exportPolicy(_ workspace: LoadedWorkspace) -> ExportPolicy {
    workspace.portfolio?.policy.export ?? ExportPolicy()
  }

  private var request: PlanRequest { limits.request(orSeconds: 60, gap: gap?.fraction ?? 0.001, certified: certified) }
}
