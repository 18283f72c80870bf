import ArgumentParser
import PlanDocument
import Workspace

/// What a review is made from, however often it is made.
struct ReviewOptions: ParsableArguments {
  @Argument(help: "The workspace.")
  var directory = PathArgument.currentFolder

  @Option(
    help: ArgumentHelp(
      "Time given: a table of date, account_id, csm_id, minutes, kind; default: activity.csv in the workspace.",
      valueName: "file"))
  var activity: PathArgument?

  @Option(help: ArgumentHelp("A plan: without activities its efforts are the hours given.", valueName: "file"))
  var plan: PathArgument?

  @OptionGroup var masking: MaskOptions
  @OptionGroup var common: CommonOptions

  func loading(_ console: Console) throws -> ReviewLoading {
    ReviewLoading(
      console: console, isQuiet: common.quiet, asOf: common.asOf?.date, mask: try masking.pseudonyms(console))
  }
}
