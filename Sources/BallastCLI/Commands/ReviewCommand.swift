import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Portfolio
import Reports
import Review
import Workspace

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Where attention should go, and whether it goes there.",
    discussion: """
      Three questions in order: what is at risk, who could grow and why now, who has not been looked at. Then blind spots, hours \
      given against hours called for, concentration, and what written rules ask for. What is not in the data is called not \
      known, and not guessed.
      """)

  @Option(help: ArgumentHelp("An earlier workspace or plan, for trends.", valueName: "path"))
  var previous: PathArgument?

  @Flag(name: .customLong("per-csm"), help: "Also write a page for everybody who holds accounts, for their one-to-one.")
  var perCSM = false

  @Option(
    help: ArgumentHelp(
      "Write what follows for a plan as a scenario: `ballast plan --scenario FILE`.", valueName: "file"))
  var asPolicy: PathArgument?

  @Option(help: "Folder for review.html, review.json and the lists; default: out/review in the workspace.")
  var output: PathArgument?

  @OptionGroup var options: ReviewOptions

  func validate() throws {
    if asPolicy != nil, options.masking.mask {
      throw ValidationError("--as-policy names accounts by id, and a mask hides ids.")
    }
  }

  func run() throws {
    let console = Console()
    let loading = try options.loading(console)
    let workspace = try loading.workspace(options)
    let input = try loading.input(
      workspace, plan: options.plan?.path, previous: previous.map { try loading.earlier($0.path) })
    let document = Reviewer(input).review()
    let folder = output?.path ?? options.masking.folder("\(options.directory.path)/out/review")
    var paths = try console.reporting { try ReviewOutput.write(document, to: folder, perCSM: perCSM) }
    if let asPolicy {
      let text = PolicyFragment(document, policy: input.portfolio.policy).text
      try console.reporting {
        try OutputFiles.write([(asPolicy.path, Array(text.utf8))], inputs: options.directory.path)
      }
      paths.append(asPolicy.path)
    }
    if options.common.json {
      try document.forEachPiece { try console.output(String(decoding: $0, as: UTF8.self)) }
    } else if !options.common.quiet {
      let shown = ReviewOutput.shown(paths, in: folder)
      try console.output(
        ReviewSummary(document, width: console.width, color: console.allowsColor, paths: shown).render())
    }
  }
}
