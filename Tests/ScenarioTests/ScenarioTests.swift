import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct ScenarioTests {
  static let hasReferee = SystemProgram.isInstalled("glpsol")
  private static let points = 1_000_000.0

  @Test("The tiny scenarios state their optimum")
  func stated() throws {
    let tiny = try Checkout.scenarios().filter { $0.hasPrefix("tiny-") }
    #expect(!tiny.isEmpty)
    #expect(ExpectedPlan.scenarios(.optimal).filter(tiny.contains) == tiny)
  }

  @Test("A scenario has the optimum that was derived for it", arguments: ExpectedPlan.scenarios(.optimal))
  func optimal(scenario: String) throws {
    let expected = try #require(try ExpectedPlan(scenario: scenario))
    let plan = try PlannedWorkspace(Checkout.path("scenarios/\(scenario)"), ["--gap", "0"]).document
    #expect(plan.objective == (try ExpectedPlan.value(expected.objective)))
    #expect(plan.termination.reason == .optimal)
    // The solver's bound keeps a margin for its own rounding and never lies above the optimum.
    let bound = try ExpectedPlan.value(expected.bound).micropoints
    let found = try #require(plan.bound).micropoints
    #expect(found <= bound && Double(bound - found) <= 1e-6 * Double(bound.magnitude))
  }

  @Test("A larger scenario is solved as well as it was before", arguments: ExpectedPlan.scenarios(.bounds))
  func bounds(scenario: String) throws {
    let expected = try #require(try ExpectedPlan(scenario: scenario))
    let options = ["--gap", "0", "--work-limit", "3000000"]
    let plan = try PlannedWorkspace(Checkout.path("scenarios/\(scenario)"), options).document
    #expect(plan.objective.micropoints <= (try ExpectedPlan.value(expected.objectiveAtMost).micropoints))
    #expect(try #require(plan.bound).micropoints >= (try ExpectedPlan.value(expected.boundAtLeast).micropoints))
  }

  @Test(
    "GLPK's own program finds the same optimum in the exported model",
    .enabled(if: hasReferee, "glpsol is not installed"), arguments: ExpectedPlan.scenarios(.optimal))
  func referee(scenario: String) throws {
    let planned = try PlannedWorkspace(Checkout.path("scenarios/\(scenario)"), ["--gap", "0"])
    try expectAgreement(planned)
  }

  @Test(
    "GLPK's own program finds nothing below the certified bound of the quarterly rebalance",
    .enabled(if: hasReferee, "glpsol is not installed"))
  func quarter() throws {
    let quarter = Checkout.path("scenarios/quarterly-rebalance")
    let planned = try PlannedWorkspace(quarter, ["--work-limit", "20000"])
    let bound = try #require(planned.document.certifiedBound)
    let found = try planned.referee(["--tmlim", "20"])
    if let objective = found.objective {
      #expect(objective * Self.points >= Double(bound.micropoints) * (1 - 1e-9))
    }
  }

  @Test(
    "GLPK's own program proves the same optimum for seeded portfolios",
    .enabled(if: hasReferee, "glpsol is not installed"),
    .enabled(if: SystemProgram.isInstalled("python3"), "python3 is not installed"), arguments: 1...6)
  func seeded(seed: Int) throws {
    let folder = try TemporaryFolder()
    let script = Checkout.path("Scripts/referee/generate_portfolio.py")
    let options = ["--accounts", "15", "--csms", "3", "--seed", "\(seed)"]
    #expect(try Invocation("python3", [script, folder.file("book")] + options).run().exitCode == 0)
    try expectAgreement(try PlannedWorkspace(folder.file("book"), ["--gap", "0", "--time-limit", "3m"]))
  }

  /// Both proved optimal, to one millionth of the objective.
  private func expectAgreement(_ planned: PlannedWorkspace) throws {
    #expect(planned.document.termination.reason == .optimal)
    let found = try planned.referee()
    #expect(found.isOptimal)
    let (ours, theirs) = (Double(planned.document.objective.micropoints), try #require(found.objective) * Self.points)
    #expect(abs(ours - theirs) <= 1e-6 * max(Self.points, abs(ours)), "\(ours) and \(theirs) micropoints")
    if let certified = planned.document.certifiedBound {
      #expect(Double(certified.micropoints) <= theirs + 1e-6 * abs(theirs))
    }
  }
}
