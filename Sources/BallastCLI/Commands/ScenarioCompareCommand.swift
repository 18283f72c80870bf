import ArgumentParser
import Foundation
import PlanDocument
import Reports

struct ScenarioCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compares plans that are there already: one table, one page.",
    discussion: "The first plan is what the others are held against.")

  @Argument(help: "Two or more files plan.json.")
  var plans: [PathArgument]

  @Option(help: "Folder for comparison.html, comparison.json and comparison.csv; without it nothing is written.")
  var output: PathArgument?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if plans.count < 2 { throw ValidationError("A comparison needs two plans.") }
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: a plan has a first day of its own.")
    }
  }

  func run() throws {
    let console = Console()
    let reading = PlanReading(console: console)
    let documents = try plans.map { try reading.read($0.path) }
    let compared = zip(plans, documents).map { ScenarioCompareCommand.compared($1, $0.path) }
    let document = ComparisonDocument(currency: documents.first?.currency ?? "", plans: compared)
    let paths = try console.reporting {
      try output.map { try OutputFiles.write(ComparisonFiles(document).files(), to: $0.path) } ?? []
    }
    if common.json {
      try console.outputJSON(document)
    } else if !common.quiet {
      try console.output(ComparisonText(document, width: console.width, color: console.allowsColor).render())
      for path in paths { try console.output("\(path)\n") }
    }
  }

  /// A plan without a scenario is called after its folder.
  private static func compared(_ document: PlanDocument, _ path: String) -> ComparedPlan {
    let folder = ((path as NSString).deletingLastPathComponent as NSString).lastPathComponent
    return ComparedPlan(
      name: document.scenario?.name ?? (folder.isEmpty ? path : folder), why: document.scenario?.why,
      changes: document.scenario?.changes ?? [], status: .planned, plan: path, facts: ComparedPlan.Facts(document))
  }
}
