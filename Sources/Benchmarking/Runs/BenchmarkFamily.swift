/// A kind of portfolio of which seeds make cases: a size, how the horizon is divided, and traits.
///
/// Its name says all of it: `10000x150-months-tight`.
package struct BenchmarkFamily: Sendable, Hashable {
  package let name: String
  /// With the seed 0.
  private let pattern: PortfolioRecipe
  /// How long its cases are searched where nothing else is said.
  package let timeLimit: Duration

  /// `nil` where the name says nothing.
  package init?(_ name: String, timeLimit: Duration? = nil) {
    var parts = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let size = parts.removeFirst().split(separator: "x").compactMap { Int($0) }
    guard size.count == 2, (1...10_000_000).contains(size[0]), (1...100_000).contains(size[1]) else { return nil }
    var pattern = PortfolioRecipe(accounts: size[0], csms: size[1], seed: 0)
    for part in parts {
      switch part {
      case "months": pattern.periods = .months
      case "weeks": pattern.periods = .weeks
      case "contended": pattern.isContended = true
      case "tight": pattern.isTight = true
      case "clustered": pattern.isClustered = true
      default: return nil
      }
    }
    self.name = name
    self.pattern = pattern
    self.timeLimit = timeLimit ?? BenchmarkFamily.timeLimit(accounts: size[0])
  }

  private static func timeLimit(accounts: Int) -> Duration {
    accounts <= 200 ? .seconds(10) : accounts <= 1000 ? .seconds(30) : accounts <= 20_000 ? .seconds(60) : .seconds(240)
  }

  /// The classes for which there are figures to reach.
  package static let standard: [BenchmarkFamily] = [
    "200x10", "1000x20", "1000x20-months", "10000x150", "10000x150-months", "2000x40-weeks", "100000x1000",
  ].compactMap { BenchmarkFamily($0) }

  package func recipe(seed: UInt64) -> PortfolioRecipe {
    var recipe = pattern
    recipe.seed = seed
    return recipe
  }

  /// What `ballast bench generate` is told for a case.
  package func generateArguments(seed: UInt64, folder: String) -> [String] {
    let recipe = recipe(seed: seed)
    let flags = [(recipe.isContended, "--contended"), (recipe.isTight, "--tight"), (recipe.isClustered, "--clustered")]
    return [
      "bench", "generate", "--accounts", "\(recipe.accounts)", "--csms", "\(recipe.csms)", "--seed", "\(seed)",
      "--periods", recipe.periods.rawValue, "--output", folder, "--quiet",
    ] + flags.filter(\.0).map(\.1)
  }
}
