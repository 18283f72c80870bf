import ArgumentParser
import Benchmarking
import Workspace

extension PortfolioRecipe.Periods: ExpressibleByArgument {}

struct BenchGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Writes a seeded, realistic workspace of any size.",
    discussion: "The same options and seed give the same bytes.")

  @Option(help: "Number of accounts.")
  var accounts = 1000

  @Option(help: "Number of CSMs.")
  var csms = 20

  @Option(help: "Seed of everything that is drawn.")
  var seed: UInt64 = 1

  @Option(help: "Folder to write; files of these names are replaced.")
  var output: PathArgument

  @Option(help: "steady: one month and eleven like it. months: three and a tail. weeks: thirteen and a tail.")
  var periods = PortfolioRecipe.Periods.steady

  @Flag(help: "Some CSMs suit many accounts better than all others do.")
  var contended = false

  @Flag(help: "Effort at 99 % of the capacity of each region.")
  var tight = false

  @Flag(help: "Hardly anybody serves two regions.")
  var clustered = false

  @Flag(name: .shortAndLong, help: "Errors only.")
  var quiet = false

  func validate() throws {
    guard (1...10_000_000).contains(accounts) else { throw ValidationError("--accounts is 1 to 10,000,000.") }
    guard (1...100_000).contains(csms) else { throw ValidationError("--csms is 1 to 100,000.") }
  }

  func run() throws {
    let console = Console()
    let paths = try console.reporting { try PortfolioGenerator(recipe).write(to: output.path) }
    if !quiet { try console.output(paths.map { "wrote \($0)\n" }.joined()) }
  }

  private var recipe: PortfolioRecipe {
    var recipe = PortfolioRecipe(accounts: accounts, csms: csms, seed: seed)
    recipe.periods = periods
    recipe.isContended = contended
    recipe.isTight = tight
    recipe.isClustered = clustered
    return recipe
  }
}
