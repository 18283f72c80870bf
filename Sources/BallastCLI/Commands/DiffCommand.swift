import ArgumentParser
import PlanDocument
import Reports

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares two plans by rule, by CSM and by account.",
    discussion: "Ends with 0 whether they differ or not.")

  @Argument(help: "A plan.json: A.")
  var before: PathArgument

  @Argument(help: "Another plan.json: B.")
  var after: PathArgument

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: plans have first days of their own.")
    }
  }

  func run() throws {
    let console = Console()
    let reading = PlanReading(console: console)
    let (first, second) = (try reading.read(before.path), try reading.read(after.path))
    let difference = PlanDifference(before: first, after: second)
    if common.json {
      try console.outputJSON(difference)
    } else {
      let page = DifferencePage(
        difference, names: (before.path, after.path), currency: second.currency, width: console.width,
        color: console.allowsColor)
      try console.output(page.render())
    }
  }
}
