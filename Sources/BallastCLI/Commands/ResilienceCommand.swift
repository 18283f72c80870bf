import ArgumentParser
import Ballast
import PlanDocument
import Portfolio
import Reports
import Scenarios
import Workspace

struct ResilienceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resilience",
    abstract: "Who would be missed most: everybody resigns in turn, and the plan is made again.",
    discussion: """
      Each resignation is a scenario beside the results, which `ballast scenario run FILE --data DIR` repeats. Trainings and \
      hires that might soften the worst ones are planned, too. Ctrl-C ends with what is known by then.
      """)

  @Argument(help: "The workspace.")
  var directory = PathArgument.currentFolder

  @Option(help: "The last day of whoever leaves; default: four weeks after the first day.")
  var on: DateArgument?

  @Flag(help: "Every pair within a team, too; of more than 100 the 100 whose resignations cost most one by one.")
  var pairs = false

  @Option(help: "For so many of the worst resignations trainings and a hire are tried; 0 for none.")
  var remedies = 5

  @Option(help: "Stop a search when its plan is proven to be this close to the best one. Default 0.1%.")
  var gap: GapArgument?

  @Option(help: "Folder for the results; default: out/resilience in the workspace.")
  var output: PathArgument?

  @OptionGroup var limits: SearchOptions
  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...200).contains(remedies) else { throw ValidationError("--remedies is a whole number from 0 to 200.") }
  }

  func run() throws {
    let console = Console()
    let mask = try masking.pseudonyms(console)
    let base = try WorkspaceLoading(console: console, isQuiet: common.quiet, mask: mask)
      .load(directory.path, asOf: common.asOf?.date)
    guard let portfolio = base.portfolio else { throw ExitStatus.data }
    let lastDay = try lastDay(portfolio)
    let stop = PlanStop()
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let folder = output?.path ?? masking.folder("\(directory.path)/out/resilience")
    let document = try console.reporting { try study(base, mask, lastDay, folder, console, stop) }
    let paths = try console.reporting { try OutputFiles.write(ResilienceFiles(document).files(), to: folder) }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(ResilienceText(document, color: console.allowsColor).render())
      for path in paths { try console.output("\(path)\n") }
      try console.output("\(folder)/scenarios: one file for each plan\n")
    }
    if let code = stop.exitCode { throw ExitCode(code) }
  }

  private func lastDay(_ portfolio: Portfolio) throws -> CalendarDate {
    let horizon = portfolio.policy.horizon
    let end =
      horizon.period == .month
      ? portfolio.asOf.adding(months: horizon.periods) : portfolio.asOf.adding(days: 7 * horizon.periods)
    let last = end.adding(days: -1)
    guard let day = on?.date else { return min(last, portfolio.asOf.adding(days: 27)) }
    guard (portfolio.asOf...last).contains(day) else {
      throw ValidationError("--on must be a day of the horizon, \(portfolio.asOf) to \(last).")
    }
    return day
  }

  private func study(
    _ base: LoadedWorkspace, _ mask: Pseudonyms?, _ lastDay: CalendarDate, _ folder: String, _ console: Console,
    _ stop: PlanStop
  ) throws -> ResilienceDocument {
    let request = limits.request(orSeconds: 5, gap: gap?.fraction ?? 0.001)
    var baseRequest = request
    // Every difference is measured from the base: its gap is part of all intervals.
    baseRequest.timeLimit = request.timeLimit.map { $0 * 6 }
    baseRequest.workLimit = request.workLimit.map { $0.multipliedReportingOverflow(by: 6).partialValue }
    let question = ResilienceStudy.Question(
      lastDay: lastDay, pairs: pairs, remedies: remedies, baseRequest: baseRequest, request: request)
    let printer = ResilienceProgress(console: console, isQuiet: common.quiet)
    let study = ResilienceStudy(
      base, folder: directory.path, mask: mask, question: question,
      store: { draft, id in try ResilienceCommand.store(draft, id, folder) }, report: { printer.show($0) })
    guard let outcome = try study?.run(stop.interruption) else { throw ExitStatus.data }
    switch outcome {
    case .studied(let document): return document
    case .withoutBase(let outcome):
      console.message("There is no plan to begin with.\n")
      if let code = stop.exitCode { throw ExitCode(code) }
      guard case .conflict(let reasons) = outcome else { throw ExitStatus.noPlan }
      for reason in reasons { console.message("\(reason)\n") }
      throw ExitStatus.rulesCollide
    }
  }

  private static func store(_ draft: ScenarioDraft, _ id: String, _ folder: String) throws -> String {
    let path = "\(folder)/scenarios/\(id).yaml"
    try OutputFiles.createFolder("\(folder)/scenarios")
    try OutputFiles.write([(path: path, bytes: Array(draft.text.utf8))], inputs: folder)
    return path
  }
}
