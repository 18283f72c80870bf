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

  @Option(help: "Folder for the results; default: the folder of the plan, under a mask masked/ in it.")
  var output: PathArgument?

  @Option(
    help: "The folder of the data, which tell whom a mask has to hide; default: the one that the plan names.")
  var data: PathArgument?

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: a plan has a first day of its own.")
    }
    if data != nil, !masking.mask { throw ValidationError("--data is for --mask: reports are made of the plan.") }
  }

  func run() throws {
    let console = Console()
    let document = try document(console)
    let beside = (plan.path as NSString).deletingLastPathComponent
    let folder = output?.path ?? masking.folder(beside.isEmpty ? "." : beside)
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

  /// Under a mask the plan as it would name people had its data been masked.
  private func document(_ console: Console) throws -> PlanDocument {
    let reading = PlanReading(console: console)
    guard let mask = try masking.pseudonyms(console) else { return try reading.read(plan.path) }
    return try reading.masked(plan.path, data: data?.path, isQuiet: common.quiet, mask)
  }
}
