import ArgumentParser
import Ballast
import PlanDocument
import Workspace

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Checks a plan independently of the solver, also one edited by hand.",
    discussion: """
      A proof.json that the plan names is read from the folder of the plan. --certificate checks what `ballast certify` wrote, \
      in whole numbers and by a program of its own: alone, or with a plan, whose certificate it then has to be.
      """)

  @Argument(help: "A plan.json; with --certificate it may be left out.")
  var plan: PathArgument?

  @Option(help: "The workspace the plan was made from; default: the one the plan names.")
  var data: PathArgument?

  @Option(help: "A certificate.txt to check as well; its model file lies beside it.")
  var certificate: PathArgument?

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: a plan is verified as of its own first day.")
    }
    guard plan != nil || certificate != nil else { throw ValidationError("Name a plan.json, or --certificate FILE.") }
  }

  func run() throws {
    let console = Console()
    let summary = VerificationSummary(checks: try checks(console))
    try show(summary, console)
    if !summary.passed { throw ExitStatus.internalFailure }
  }

  private func checks(_ console: Console) throws -> [CheckDocument] {
    let files = certificate.map { CertificateFiles(certificate: $0.path) }
    guard let plan else {
      return try console.reporting {
        try files.map { [try $0.withFiles { Planner.check(certificate: $0, model: $1) }] } ?? []
      }
    }
    let loaded = try PlanReading(console: console).loaded(
      plan.path, data: data?.path, isQuiet: common.quiet, mask: masking.pseudonyms(console))
    let own = loaded.planner.verify(loaded.document, readingProof: loaded.readingProof).checks
    guard let files else { return own }
    return own
      + (try console.reporting {
        try files.withFiles { loaded.planner.check(certificate: $0, model: $1, of: loaded.document) }
      })
  }

  private func show(_ summary: VerificationSummary, _ console: Console) throws {
    if common.json {
      try console.outputJSON(summary)
    } else if !common.quiet || !summary.passed {
      for check in summary.checks { try console.output(VerifyCommand.line(check)) }
    }
  }

  private static func line(_ check: CheckDocument) -> String {
    guard !check.passed else { return "ok      \(check.name): \(check.details.joined(separator: "; "))\n" }
    let shown = check.details.prefix(20).map { "          \($0)\n" }.joined()
    let rest = check.details.count > 20 ? "          and \(check.details.count - 20) more\n" : ""
    return "FAILED  \(check.name)\n" + shown + rest
  }
}
