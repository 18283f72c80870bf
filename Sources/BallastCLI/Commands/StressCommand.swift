import ArgumentParser
import Ballast
import PlanDocument
import Reports

struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "How often who comes above the hard limit when efforts turn out other than expected.",
    discussion: """
      Draws the efforts of all accounts around what is expected, as far up and down as to their high effort (effort_high_hours, \
      or effort.high_percent of the policy), and counts. The same seed draws the same efforts.
      """)

  @Argument(help: "A plan.json.")
  var plan: PathArgument

  @Option(help: "The folder of the data; default: the one the plan names.")
  var data: PathArgument?

  @Option(help: "How often efforts are drawn.")
  var samples = 1000

  @Option(help: "Seed of what is drawn.")
  var seed: UInt64 = 1

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard 1...1_000_000 ~= samples else { throw ValidationError("--samples is a whole number from 1 to 1000000.") }
  }

  func run() throws {
    let console = Console()
    let loaded = try PlanReading(console: console).loaded(
      plan.path, data: data?.path, isQuiet: common.quiet, mask: masking.pseudonyms(console))
    let document = try console.reporting {
      try loaded.planner.stress(loaded.document, samples: samples, seed: seed)
    }
    if common.json {
      try console.outputJSON(document)
    } else {
      try console.output(StressText(document, of: loaded.document).render())
    }
  }
}
