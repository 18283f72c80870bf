import BallastProcess
import Foundation
import PlanDocument
import Testing

/// `ballast calibrate`, as a person runs it.
@Suite struct CalibrateCommandTests {
  private static let scenario = Checkout.path("scenarios/silent-and-slipping")

  private func run(_ arguments: String...) throws -> Outcome {
    try Invocation(BallastBinary.path, arguments).run()
  }

  @Test func `Policy and log stand side by side, with ranges and what is left out`() throws {
    let outcome = try run("calibrate", Self.scenario)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for text in ["What accounts take", "mid-market", "low health", "90 % range", "Not counted", "ballast calibrate"] {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }

  @Test func `What is written is a scenario that a check accepts and a plan shows`() throws {
    let folder = try TemporaryFolder()
    let outcome = try run("calibrate", Self.scenario, "--policy", folder.file("fitted.yaml"), "--json")
    let document = try JSONDecoder().decode(CalibrationDocument.self, from: Data(outcome.outputBytes))
    #expect(document.schema == "ballast.calibration/1")
    let fitted = try #require(document.coefficients.first { $0.tier == "mid-market" }?.fitted)
    let text = try folder.text("fitted.yaml")
    #expect(text.contains("\"mid-market\": ") && text.contains("# Written by `ballast calibrate --policy`"))
    let shown = try run("scenario", "show", folder.file("fitted.yaml"), "--data", Self.scenario)
    #expect(shown.exitCode == 0, "\(shown.errors)")
    #expect(shown.output.contains("base_hours") && fitted > 0)
    let planned = try run(
      "plan", Self.scenario, "--scenario", folder.file("fitted.yaml"), "--work-limit", "500", "--output",
      folder.file("plan"), "--json")
    #expect(planned.exitCode == 0, "\(planned.errors)")
    let plan = try PlanDocument.decoded(from: Data(planned.outputBytes))
    let steady = try #require(plan.accounts.first { $0.tier == "mid-market" && $0.estimated })
    #expect(steady.effort > 0 && plan.scenario?.files.count == 1)
  }

  @Test func `Without a log, or with a short one, nothing is fitted`() throws {
    let folder = try TemporaryFolder()
    let missing = try run("calibrate", Checkout.path("scenarios/tiny-overload"))
    #expect(missing.exitCode == 66 && missing.errors.contains("--activity"))
    let rows = "date,account_id,csm_id,minutes,kind\n2026-12-20,S001,,30,call\n2027-01-02,S001,,30,call\n"
    try Data(rows.utf8).write(to: URL(fileURLWithPath: folder.file("short.csv")))
    let short = try run("calibrate", Self.scenario, "--activity", folder.file("short.csv"))
    #expect(short.exitCode == 65 && short.errors.contains("46 more"), "\(short.errors)")
  }
}
