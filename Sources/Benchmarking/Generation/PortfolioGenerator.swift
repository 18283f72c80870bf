import Foundation
import Portfolio
import Workspace

/// Writes seeded portfolios that look like those of large teams: regions, languages, domains with levels, tiers, books that
/// have drifted apart, accounts without anybody, departures, new hires, renewals, families.
package struct PortfolioGenerator: Sendable {
  private let recipe: PortfolioRecipe

  package init(_ recipe: PortfolioRecipe) { self.recipe = recipe }

  /// Writes `accounts.csv`, `csms.csv` and `ballast.yaml` into a folder, which is made if it is missing. Returns the paths.
  /// O(accounts x CSMs of a region); rows are written one by one.
  /// - Throws: `WorkspaceError` when a file cannot be written; the folder is left as it was.
  package func write(to folder: String) throws -> [String] {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw WorkspaceError.cannotCreate(path: folder, reason: "the folder cannot be created")
    }
    let draft = PortfolioDraft(recipe)
    let names = [WorkspaceReader.accountsFile, WorkspaceReader.csmsFile, WorkspaceReader.policyFile]
    let paths = names.map { "\(folder)/\($0)" }
    let set = AtomicFileSet()
    try AccountRows(draft).write(to: set.add(path: paths[0]))
    try CSMRows(draft).write(to: set.add(path: paths[1]))
    try set.add(path: paths[2]).write(PolicyText(draft: draft).text)
    try set.commit()
    return paths
  }
}
