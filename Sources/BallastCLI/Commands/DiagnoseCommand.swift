import ArgumentParser
import Ballast
import PlanDocument
import Portfolio
import Reports
import Workspace

struct DiagnoseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagnose", abstract: "Says which rules collide and what to lift, or where hours are missing.",
    discussion: """
      When not all rules can hold (exit code 3): the rules that collide, none of which can be spared, and the cheapest \
      repair, tried. Else: hours that are missing in every plan, overload that no plan avoids, and what one more hour, \
      one more expert or one lifted pin would buy. Ctrl-C ends with what was found so far.
      """)

  @Argument(help: "The workspace: a folder with accounts.csv and csms.csv.")
  var directory = PathArgument.currentFolder

  @Option(help: "Writes the workspace with the repair applied into this folder, and reads it again to make sure.")
  var apply: PathArgument?

  @Option(help: "Answers to proposed moves (accept, reject, defer), as for `ballast plan`.")
  var decisions: PathArgument?

  @Option(help: "The plan that the decisions answer; default: out/plan.json in the workspace.")
  var reviewed: PathArgument?

  @Option(help: "A plan people have been told of, as for `ballast plan`.")
  var published: PathArgument?

  @OptionGroup var limits: SearchOptions
  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if apply != nil, masking.mask { throw ValidationError("--apply writes a workspace, and a mask hides its names.") }
    if reviewed != nil, decisions == nil { throw ValidationError("--reviewed names the plan that --decisions answer.") }
  }

  func run() throws {
    let console = Console()
    let mask = try masking.pseudonyms(console)
    let workspace = try WorkspaceLoading(console: console, isQuiet: common.quiet, mask: mask)
      .load(directory.path, asOf: common.asOf?.date, decisions: decisions?.path)
    let agreements = try AgreementReading(console: console, isQuiet: common.quiet).agreements(
      workspace, decisions: decisions?.path, reviewed: reviewed?.path, published: published?.path,
      "\(directory.path)/out")
    guard let diagnoser = Diagnoser(workspace, agreements: agreements) else { throw ExitStatus.data }
    let stop = PlanStop()
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let diagnosis = try console.reporting { try diagnoser.diagnose(request, interruption: stop.interruption) }
    try show(diagnosis.document, console)
    if let folder = apply?.path { try write(diagnosis, workspace, to: folder, console) }
    if let code = stop.exitCode { throw ExitCode(code) }
    switch diagnosis.document.status {
    case .conflict: throw ExitStatus.rulesCollide
    case .undecided: throw ExitStatus.noPlan
    case .short, .clear: break
    }
  }

  private var request: PlanRequest { limits.request(orSeconds: 60, gap: 0.001) }

  private func show(_ document: DiagnosisDocument, _ console: Console) throws {
    if common.json {
      try console.output(document.encoded())
    } else if !common.quiet {
      try console.output(DiagnosisPage(document, color: console.allowsColor).render())
    }
  }

  /// Files that do not read as what was tried are said to be so: nobody is to rely on them.
  private func write(
    _ diagnosis: Diagnosis, _ workspace: LoadedWorkspace, to folder: String, _ console: Console
  ) throws {
    guard let repaired = diagnosis.repaired else {
      console.message("There is no repair to apply.\n")
      return
    }
    let written = try console.reporting {
      try WorkspaceEditor(directory: directory.path, workspace: workspace).write(diagnosis.edits, to: folder)
      return try WorkspaceReader(directory: folder).read(asOf: repaired.asOf, today: WorkspaceLoading.today)
    }
    var read = written.portfolio
    read?.agreements = repaired.agreements
    let needsDecisions = diagnosis.document.repair?.steps.contains { $0.rule == RuleID.agreement.rawValue } ?? false
    if read != repaired {
      console.message("\(folder) does not say all of the repair.\nMaybe make the edits above by hand.\n")
      throw ExitStatus.internalFailure
    }
    guard !common.quiet else { return }
    console.message("The repaired workspace is in \(folder).\n")
    if needsDecisions { console.message("Maybe also take the answers named above out of the decisions.\n") }
  }
}
