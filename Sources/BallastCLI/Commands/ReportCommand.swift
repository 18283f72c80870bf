import ArgumentParser
import Foundation
import PlanDocument
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes the reports of a plan again, for everybody or for some readers.",
    discussion: """
      Without --audience the reports, handoff packs and calendar of the lead. The files of another audience go to audience/ in \
      the output folder and hold only what that reader may see: a CSM the own book, load and handoffs, a manager those of the \
      team. Files for the CRM are written by `ballast plan` alone.
      """)

  @Argument(help: "A plan.json.")
  var plan: PathArgument

  @Option(help: "Who reads: lead, manager:ID (or a team), csm:ID; managers and csms for all of them. Repeatable.")
  var audience: [AudienceArgument] = []

  @Option(help: "Folder for the results; default: the folder of the plan.")
  var output: PathArgument?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: a plan has a first day of its own.")
    }
  }

  func run() throws {
    let console = Console()
    let document = try PlanReading(console: console).read(plan.path)
    let beside = (plan.path as NSString).deletingLastPathComponent
    let folder = output?.path ?? (beside.isEmpty ? "." : beside)
    let list = try AudienceList(audience, document, console)
    let audiences = list.audiences.isEmpty ? [.lead] : list.audiences
    let paths = try console.reporting {
      try OutputFiles.write(OutputFiles.reports(document, for: audiences), to: folder)
    }
    if common.json {
      try console.outputJSON(files: paths)
    } else if !common.quiet {
      for line in OutputFiles.shown(paths, in: folder) { try console.output("\(line)\n") }
    }
  }
}
