import BallastProcess
import Foundation
import PlanDocument
import Testing

/// The folder of what-ifs that is shipped.
@Suite struct WhatIfTests {
  private static let folder = "scenarios/what-if"

  static var scenarios: [String] {
    let path = Checkout.path("\(folder)/scenarios")
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasSuffix(".yaml") }
      .sorted()
  }

  @Test(
    "The tables of the what-if base are those its script writes",
    .enabled(if: SystemProgram.isInstalled("python3"), "python3 is not installed"))
  func generated() throws {
    let folder = try TemporaryFolder()
    let script = folder.file("generate.py")
    try FileManager.default.copyItem(atPath: Checkout.path("\(Self.folder)/generate.py"), toPath: script)
    #expect(try Invocation("python3", [script]).run().exitCode == 0)
    for table in ["accounts.csv", "csms.csv"] {
      let shipped = try Data(contentsOf: URL(filePath: Checkout.path("\(Self.folder)/\(table)")))
      #expect(try Data(contentsOf: URL(filePath: folder.file(table))) == shipped, "\(table)")
    }
  }

  @Test("Every what-if says what it changes, and why", arguments: scenarios)
  func shown(scenario: String) throws {
    let path = Checkout.path("\(Self.folder)/scenarios/\(scenario)")
    let outcome = try BallastBinary.run("scenario", "show", path)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    // A name, a reason, an empty line and at least one change.
    #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count >= 5)
  }

  @Test("A what-if is planned beside the base, and both plans pass verification")
  func planned() throws {
    #expect(Self.scenarios.count >= 8)
    let folder = try TemporaryFolder()
    let file = Checkout.path("\(Self.folder)/scenarios/12-bought-company.yaml")
    let arguments = ["scenario", "run", file, "--quiet", "--work-limit", "2000", "--output", folder.file("out")]
    let outcome = try Invocation(BallastBinary.path, arguments).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let written = try #require(FileManager.default.enumerator(atPath: folder.file("out"))).compactMap { $0 as? String }
    let plans = written.filter { $0.hasSuffix("plan.json") }
    #expect(plans.count == 2)
    for plan in plans {
      let verified = try BallastBinary.run("verify", folder.file("out/\(plan)"))
      #expect(verified.exitCode == 0, "\(plan): \(verified.errors)")
    }
  }
}
