import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Workspace

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Checks a plan independently of the solver, also one edited by hand.",
    discussion: "A proof.json that the plan names is read from the folder of the plan.")

  @Argument(help: "A plan.json.")
  var plan: PathArgument

  @Option(help: "The workspace the plan was made from; default: the one the plan names.")
  var data: PathArgument?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: a plan is verified as of its own first day.")
    }
  }

  func run() throws {
    let console = Console()
    let reading = PlanReading(console: console)
    let document = try reading.read(plan.path)
    let workspace = try reading.freshWorkspace(of: document, at: plan.path, named: data?.path, isQuiet: common.quiet)
    guard let planner = Planner(workspace) else { throw ExitStatus.data }
    let summary = planner.verify(document) { try reading.bytes(of: $0, besides: plan.path) }
    try show(summary, console)
    if !summary.passed { throw ExitStatus.internalFailure }
  }

  private func show(_ summary: VerificationSummary, _ console: Console) throws {
    if common.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try console.output(String(decoding: try encoder.encode(summary), as: UTF8.self) + "\n")
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
