import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Portfolio
import Reports
import Workspace

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Why this, and what if it were otherwise: exact answers from the model.",
    discussion: """
      With an account alone: every choice there was for it, what each would cost by rule, and what the rules forbid. With a question: \
      the plan is searched for again as asked, and the answer says what that costs, what changes with it, or what forbids it. Several \
      questions hold together.

        ballast explain out/plan.json --account A17
        ballast explain out/plan.json --account A17 --to ann --at 2027-02-01
        ballast explain out/plan.json --force A17=stay --force A18=ben@2027-03-01
        ballast explain out/plan.json --csm ann --max-hours 100 --at steady
        ballast explain out/plan.json --without ben
        ballast explain out/plan.json --account A17 --to ann --lift blackout:A17

      Accounts and CSMs are ids, or names that only one of them has. A period is the day of it, its month, or its label; `steady` is the \
      time after the last one. Ctrl-C ends the search with what is known by then.
      """)

  @Argument(help: "A plan.json.")
  var plan: PathArgument

  @Option(help: "The account to explain.")
  var account: String?

  @Option(help: ArgumentHelp("What if the account went to this CSM?", valueName: "csm"))
  var to: String?

  @Flag(help: "What if the account stayed with its CSM?")
  var stay = false

  @Option(
    help: ArgumentHelp("The period of --to or --max-hours: a day, a month, a label, steady.", valueName: "period"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "What if this choice were made? ACCOUNT=CSM, ACCOUNT=CSM@PERIOD, ACCOUNT=stay. Repeatable.", valueName: "choice"))
  var force: [ForceArgument] = []

  @Option(help: ArgumentHelp("The CSM that --max-hours is about.", valueName: "csm"))
  var csm: String?

  @Option(
    help: ArgumentHelp("What if the CSM worked at most so many hours a month, in every period?", valueName: "hours"))
  var maxHours: HoursArgument?

  @Option(help: ArgumentHelp("What if this CSM were not there? Repeatable.", valueName: "csm"))
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "What if a rule did not hold for somebody? RULE:SUBJECT, as in pin:A17. Repeatable.", valueName: "lift"))
  var lift: [String] = []

  @Flag(help: "Show everything, not only the first lines.")
  var all = false

  @Option(help: "Stop when the answer is proven to be this close: 0.001 or 0.1% of the plan's cost. Default: exact.")
  var gap: GapArgument?

  @Option(help: "The workspace the plan was made from; default: the one the plan names.")
  var data: PathArgument?

  @OptionGroup var limits: SearchOptions
  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: a plan is explained as of its own first day.")
    }
    if (to != nil || stay) && account == nil { throw ValidationError("--to and --stay say what with --account.") }
    if to != nil, stay { throw ValidationError("--to and --stay exclude each other.") }
    if (csm == nil) != (maxHours == nil) { throw ValidationError("--csm and --max-hours belong together.") }
    if at != nil, to == nil, csm == nil { throw ValidationError("--at says when with --to or --max-hours.") }
    if account == nil, !hasQuestion { throw ValidationError("Name an --account, or ask something: see --help.") }
  }

  private var hasQuestion: Bool {
    to != nil || stay || csm != nil || !force.isEmpty || !without.isEmpty || !lift.isEmpty
  }

  func run() throws {
    let console = Console()
    let loaded = try PlanReading(console: console).loaded(
      plan.path, data: data?.path, isQuiet: common.quiet, mask: masking.pseudonyms(console))
    let names = NameLookup(loaded.portfolio, loaded.document, console)
    if hasQuestion {
      try loaded.requireWeights(for: "Questions are answered only", console)
      try answer(loaded, names, console)
    } else if let account {
      try decide(loaded.planner, loaded.document, try names.account(account), console)
    }
  }

  private func decide(_ planner: Planner, _ document: PlanDocument, _ account: String, _ console: Console) throws {
    let decision = try console.explaining(plan.path) { try planner.decision(on: account, in: document) }
    if common.json {
      try console.output(String(decoding: try decision.encoded(), as: UTF8.self))
    } else {
      let page = DecisionPage(
        decision, of: document, all: all, width: console.width, color: console.allowsColor)
      try console.output(page.render())
    }
  }

  private func answer(
    _ loaded: LoadedPlan, _ names: NameLookup, _ console: Console
  ) throws {
    let (planner, document) = (loaded.planner, loaded.document)
    let (questions, lifts) = (try questions(names), try lift.map { try names.lift($0) })
    let stop = PlanStop()
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let outcome = try console.explaining(plan.path) {
      try planner.answer(questions, lifting: lifts, about: document, request, interruption: stop.interruption) {
        try loaded.readingProof($0)
      }
    }
    switch outcome {
    case .rejected(let problems): _ = try console.planned(.rejected(problems))
    case .answered(let answer):
      try show(answer, document, console)
      if let code = stop.exitCode { throw ExitCode(code) }
      if answer.outcome == .forbidden { throw ExitStatus.rulesCollide }
      if answer.outcome == .undecided { throw ExitStatus.noPlan }
    }
  }

  private func show(_ answer: CounterfactualDocument, _ document: PlanDocument, _ console: Console) throws {
    if common.json { return try console.output(String(decoding: try answer.encoded(), as: UTF8.self)) }
    let page = CounterfactualPage(answer, of: document, all: all, width: console.width, color: console.allowsColor)
    try console.output(page.render())
  }

  private func questions(_ names: NameLookup) throws -> [CounterfactualQuestion] {
    var questions: [CounterfactualQuestion] = []
    if let account, let to {
      questions.append(
        CounterfactualQuestion(
          .go, account: try names.account(account), csm: try names.csm(to), period: try at.map { try names.period($0) })
      )
    } else if let account, stay {
      questions.append(CounterfactualQuestion(.stay, account: try names.account(account)))
    }
    questions += try force.map { force in
      guard let csm = force.csm else { return CounterfactualQuestion(.stay, account: try names.account(force.account)) }
      return CounterfactualQuestion(
        .go, account: try names.account(force.account), csm: try names.csm(csm),
        period: try force.period.map { try names.period($0) })
    }
    if let csm, let maxHours {
      questions.append(
        CounterfactualQuestion(
          .cap, csm: try names.csm(csm), period: try at.map { try names.period($0, orSteady: true) },
          minutes: maxHours.minutes))
    }
    return questions + (try without.map { CounterfactualQuestion(.without, csm: try names.csm($0)) })
  }

  private var request: PlanRequest { limits.request(orSeconds: 60, gap: gap?.fraction ?? 0, certified: true) }
}
