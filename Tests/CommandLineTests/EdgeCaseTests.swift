import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct EdgeCaseTests {
  private func plan(_ folder: TemporaryFolder, _ name: String = "book") throws -> PlanDocument {
    try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: folder.file("\(name)/out/plan.json"))))
  }

  @Test(
    "F30: without accounts or without CSMs there is nothing to plan, and that is said",
    arguments: [
      "accounts.csv", "csms.csv",
    ])
  func nobody(file: String) throws {
    let folder = try SampleWorkspace().inNewFolder()
    let header = try #require(try folder.text("book/\(file)").split(separator: "\n").first)
    try folder.write("book/\(file)", header + "\n")
    for command in ["check", "plan"] {
      let outcome = try BallastBinary.run(command, folder.file("book"))
      #expect(outcome.exitCode == 65)
      #expect((outcome.output + outcome.errors).contains("\(file): The file has a header but no rows."))
    }
  }

  @Test("F30: a single CSM keeps or takes every account")
  func single() throws {
    var sample = SampleWorkspace()
    sample.csms = "csm_id,regions,capacity_hours\nann,EMEA;AMER,200\n"
    sample.accounts.replace(",ben,", with: ",,")
    let folder = try sample.inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try plan(folder).assignments.map(\.csm) == Array(repeating: "ann", count: 5))
    #expect(try BallastBinary.run("verify", folder.file("book/out/plan.json")).exitCode == 0)
  }

  @Test(
    "F30: where everything is pinned the plan is the pins, also where they change hands",
    arguments: [
      ["ann", "ann", "ann", "ben", "cleo"], ["ben", "ann", "ben", "ann", "ben"],
    ])
  func pinned(csms: [String]) throws {
    var sample = SampleWorkspace()
    let pins = csms.enumerated().map { "{ account: A\($0.offset + 1), csm: \($0.element) }" }.joined(separator: ", ")
    sample.policy.replace("{ region: ban }", with: "{ region: ban, pins: [\(pins)] }")
    let folder = try sample.inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--gap", "0")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try plan(folder).assignments.map(\.csm) == csms)
    #expect(try BallastBinary.run("verify", folder.file("book/out/plan.json")).exitCode == 0)
  }

  @Test(
    "F31: a limit ends the search with a verified plan, its gap and the reason",
    arguments: [
      ["--time-limit", "0.001"], ["--time-limit", "1"], ["--work-limit", "1"], ["--work-limit", "500"],
    ])
  func limits(limit: [String]) throws {
    let folder = try TemporaryFolder()
    let quarter = Checkout.path("scenarios/quarterly-rebalance")
    let arguments = ["plan", quarter, "--quiet", "--gap", "0", "--output", folder.file("book/out")] + limit
    let outcome = try Invocation(BallastBinary.path, arguments).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let reason = try plan(folder).termination.reason
    #expect(reason == (limit[0] == "--time-limit" ? .timeLimit : .workLimit))
    #expect(try BallastBinary.run("verify", folder.file("book/out/plan.json")).exitCode == 0)
  }

  @Test("F31: a plan is found within the limit, or its absence is said and nothing is written")
  func noPlan() throws {
    // Full books of which every other account is pinned to the next CSM: staying is no plan, nor is a first attempt.
    var sample = SampleWorkspace()
    let (team, size) = (8, 12)
    sample.csms = "csm_id,regions,max_accounts\n" + (0..<team).map { "C\($0),EMEA,\(size)\n" }.joined()
    sample.accounts = "account_id,tier,region,csm_id,effort_hours\n"
    var pins: [String] = []
    for account in 0..<team * size {
      sample.accounts += "A\(account),gold,EMEA,C\(account % team),\(5 + account % 7)\n"
      let next = (account + account / team % 3) % team
      if account % 5 < 2 { pins.append("{ account: A\(account), csm: C\(next) }") }
    }
    sample.policy.replace("{ region: ban }", with: "{ region: ban, pins: [\(pins.joined(separator: ", "))] }")
    let folder = try sample.inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--time-limit", "0.001")
    // A fast machine may find one.
    #expect([0, 4].contains(outcome.exitCode), "\(outcome.errors)")
    #expect(folder.exists("book/out/plan.json") == (outcome.exitCode == 0))
    if outcome.exitCode == 4 {
      #expect(outcome.errors.contains("No plan within the limit") && outcome.errors.contains("Maybe raise"))
    }
  }
}
