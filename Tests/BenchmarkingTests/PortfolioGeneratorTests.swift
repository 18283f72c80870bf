import Ballast
import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing
import Workspace

@testable import Benchmarking

@Suite struct PortfolioGeneratorTests {
  static let recipes: [PortfolioRecipe] = {
    var recipes = PortfolioRecipe.Periods.allCases.map { periods in
      var recipe = PortfolioRecipe(accounts: 120, csms: 10, seed: 3)
      recipe.periods = periods
      return recipe
    }
    for trait in [\PortfolioRecipe.isContended, \.isTight, \.isClustered] {
      recipes.append(PortfolioRecipe(accounts: 120, csms: 10, seed: 4))
      recipes[recipes.count - 1][keyPath: trait] = true
    }
    return recipes + [PortfolioRecipe(accounts: 1, csms: 1, seed: 5), PortfolioRecipe(accounts: 30, csms: 40, seed: 6)]
  }()

  private func generate(_ recipe: PortfolioRecipe, in folder: String) throws -> [Data] {
    let paths = try PortfolioGenerator(recipe).write(to: folder)
    return try paths.map { try Data(contentsOf: URL(filePath: $0)) }
  }

  private func read(_ folder: String) throws -> LoadedWorkspace {
    try WorkspaceReader(directory: folder).read(asOf: nil, today: CalendarDate(dayNumber: 20_000))
  }

  @Test("one recipe gives the same bytes twice, another seed others")
  func deterministic() throws {
    let folder = try TemporaryFolder()
    let recipe = PortfolioRecipe(accounts: 300, csms: 12, seed: 9)
    var other = recipe
    other.seed = 10
    let first = try generate(recipe, in: folder.file("first"))
    let second = try generate(recipe, in: folder.file("second"))
    let third = try generate(other, in: folder.file("third"))
    #expect(second == first)
    #expect(third[0] != first[0])
  }

  @Test("every kind of portfolio is read without an error and gets a verified plan", arguments: recipes)
  func valid(recipe: PortfolioRecipe) throws {
    let folder = try TemporaryFolder()
    _ = try generate(recipe, in: folder.file("w"))
    let workspace = try read(folder.file("w"))
    #expect(!workspace.issues.contains { $0.severity == .error }, "\(workspace.issues)")
    #expect(workspace.portfolio?.accounts.count == recipe.accounts)
    #expect(workspace.portfolio?.csms.count == recipe.csms)
    let planner = try #require(Planner(workspace))
    let request = PlanRequest(timeLimit: nil, workLimit: 2000, gap: 0.05)
    guard case .planned(let document, _) = try planner.plan(request) else {
      Issue.record("no plan")
      return
    }
    let failed = document.checks.filter { !$0.passed }
    #expect(failed.isEmpty)
  }

  @Test("books have drifted apart, some accounts have nobody, some CSMs leave or have just started")
  func realistic() {
    let draft = PortfolioDraft(PortfolioRecipe(accounts: 3000, csms: 60, seed: 1))
    var hours = [Double](repeating: 0, count: 60)
    for account in draft.accounts { if let csm = account.incumbent { hours[csm] += account.hours } }
    let loads = zip(hours, draft.team.csms).map { $0 / Double($1.capacity) }
    #expect(loads.count { $0 > 1.1 } >= 5)
    #expect(loads.count { $0 < 0.8 } >= 5)
    #expect((30...200).contains(draft.accounts.count { $0.incumbent == nil }))
    #expect(draft.team.csms.contains { $0.lastDay != nil })
    #expect(draft.team.csms.contains { $0.startDay != nil })
    #expect(draft.accounts.contains { $0.parent != nil })
  }

  @Test(
    "the number of CSMs an account may be with grows slowly with the team",
    arguments: [(20, 2.5...5.5), (150, 9.0...13.0), (1000, 50.0...65.0)])
  func permitted(csms: Int, expected: ClosedRange<Double>) {
    let draft = PortfolioDraft(PortfolioRecipe(accounts: 20 * csms, csms: csms, seed: 2))
    let total = draft.accounts.reduce(0) { sum, account in
      sum + draft.team.members[account.region].count { draft.team.csms[$0].isPermitted(for: account) }
    }
    #expect(expected.contains(Double(total) / Double(draft.accounts.count)))
  }

  @Test("a tight portfolio needs 99 % of the dependable hours of each region")
  func tight() {
    var recipe = PortfolioRecipe(accounts: 2000, csms: 40, seed: 7)
    recipe.isTight = true
    let draft = PortfolioDraft(recipe)
    for region in 0..<recipe.regionCount {
      let needed = draft.accounts.filter { $0.region == region }.reduce(0) { sum, account in
        sum + account.hours * (account.incumbent.map { draft.team.csms[$0].effortFactor(for: account) } ?? 1)
      }
      #expect(abs(needed / draft.team.dependableHours(ofRegion: region) - 0.99) < 1e-9)
    }
  }
}
