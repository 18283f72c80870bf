import BallastProcess
import Foundation
import PlanDocument
import Testing

/// What if: scenarios planned, verified, compared, and the frontier of a limit.
@Suite struct ScenarioCommandTests {
  private func folder(_ scenario: String = leaves) throws -> TemporaryFolder {
    let folder = try SampleWorkspace().inNewFolder()
    try folder.write("book/scenarios/ann-leaves.yaml", scenario)
    return folder
  }

  private static let leaves = "name: Ann leaves\nwhy: She said so.\ncsms:\n  remove: [{ csm: ann, on: 2027-02-15 }]\n"

  private func plan(_ folder: TemporaryFolder, _ name: String) throws -> PlanDocument {
    try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: folder.file("\(name)/plan.json"))))
  }

  @Test("A scenario says what it changes before anything is planned")
  func show() throws {
    let folder = try folder()
    let outcome = try BallastBinary.run("scenario", "show", folder.file("book/scenarios/ann-leaves.yaml"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output == "Ann leaves\nShe said so.\n\n  CSM ann leaves; last day 2027-02-15.\n")
  }

  @Test("The plan of a scenario names it, lies in a folder of its own, and is verified with it")
  func verified() throws {
    let folder = try folder()
    let scenario = folder.file("book/scenarios/ann-leaves.yaml")
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--scenario", scenario, "--gap", "0", "--quiet")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for report in ["report.html", "report.md"] {
      #expect(try folder.text("book/out/ann-leaves/\(report)").contains("What if: Ann leaves. She said so."))
    }
    let document = try plan(folder, "book/out/ann-leaves")
    #expect(document.scenario?.name == "Ann leaves")
    #expect(document.inputs["scenarios/ann-leaves.yaml"] != nil)
    #expect(!document.assignments.contains { $0.csm == "ann" })
    #expect(!folder.exists("book/out/plan.json"))
    let path = folder.file("book/out/ann-leaves/plan.json")
    #expect(try BallastBinary.run("verify", path).exitCode == 0)
    try folder.replace("2027-02-15", with: "2027-02-16", in: "book/scenarios/ann-leaves.yaml")
    #expect(try BallastBinary.run("verify", path).exitCode == 5)
  }

  @Test("A scenario that does not fit ends with 78 before anything is written")
  func misfit() throws {
    let folder = try folder("name: X\ncsms:\n  remove: [{ csm: anna }]\n")
    let scenario = folder.file("book/scenarios/ann-leaves.yaml")
    for arguments in [["plan", folder.file("book"), "--scenario", scenario], ["scenario", "run", scenario]] {
      let outcome = try Invocation(BallastBinary.path, arguments).run()
      #expect(outcome.exitCode == 78)
      #expect(outcome.errors.contains("Maybe `ann` was meant."))
    }
    #expect(!folder.exists("book/out"))
  }

  @Test("Scenarios run side by side give a table, a page, and the same plans however many run at once")
  func run() throws {
    let folder = try folder()
    try folder.write("book/scenarios/small-books.yaml", "name: Small books\npolicy:\n  books.max_accounts: 3\n")
    let files = ["ann-leaves", "small-books"].map { folder.file("book/scenarios/\($0).yaml") }
    let outcome = try Invocation(
      BallastBinary.path, ["scenario", "run"] + files + ["--gap", "0", "--work-limit", "20000"]
    ).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Cost of the plan"))
    #expect(outcome.output.contains("Ann leaves costs more, by at least"))
    let results = folder.file("book/out/scenarios")
    for name in ["base", "ann-leaves", "small-books"] {
      #expect(try BallastBinary.run("verify", "\(results)/\(name)/plan.json").exitCode == 0, "\(name)")
    }
    let comparison = try JSONDecoder().decode(
      ComparisonDocument.self, from: Data(contentsOf: URL(filePath: "\(results)/comparison.json")))
    #expect(comparison.plans.map(\.name) == ["As it is", "Ann leaves", "Small books"])
    let alone = try BallastBinary.run(
      "plan", folder.file("book"), "--scenario", files[0], "--gap", "0", "--quiet", "--output", folder.file("alone"))
    #expect(alone.exitCode == 0)
    #expect(try plan(folder, "alone").objective == comparison.plans[1].facts?.objective)
    #expect(try folder.text("book/out/scenarios/comparison.html").contains("Ann leaves"))
    let table = try BallastBinary.run(
      "scenario", "compare", "\(results)/base/plan.json", "\(results)/ann-leaves/plan.json")
    #expect(table.output.contains("Ann leaves costs more"))
  }

  @Test("A scenario without a plan is a result, not an error")
  func infeasible() throws {
    let folder = try folder("name: Impossible\naccounts:\n  change: [{ account: A5, set: { pinned_csm_id: ann } }]\n")
    let outcome = try BallastBinary.run(
      "scenario", "run", folder.file("book/scenarios/ann-leaves.yaml"), "--json", "--quiet")
    let document = try JSONDecoder().decode(ComparisonDocument.self, from: Data(outcome.output.utf8))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(document.plans.count == 2)
    #expect(document.plans[1].status == .conflict)
    #expect(!document.plans[1].reasons.isEmpty)
  }

  @Test("The frontier of a budget falls, its sides never cross, and the widest point is the plan without the budget")
  func frontier() throws {
    let folder = try folder()
    let outcome = try BallastBinary.run(
      "frontier", folder.file("book"), "--moves", "0..4", "--points", "5", "--gap", "0", "--json", "--quiet")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let document = try JSONDecoder().decode(FrontierDocument.self, from: Data(outcome.output.utf8))
    #expect(document.points.map(\.at) == [0, 1, 2, 3, 4])
    for (stricter, looser) in zip(document.points, document.points.dropFirst()) {
      #expect(looser.objective.micropoints <= stricter.objective.micropoints)
    }
    for point in document.points {
      #expect(point.moves <= point.at)
      #expect(try #require(point.certifiedBound).micropoints <= point.objective.micropoints)
    }
    _ = try BallastBinary.run("plan", folder.file("book"), "--gap", "0", "--quiet")
    #expect(try plan(folder, "book/out").objective == document.points.last?.objective)
    #expect(folder.exists("book/out/frontier/frontier.html"))
    for point in document.points {
      let own = "book/out/frontier/points/\(point.at)"
      #expect(try plan(folder, own).totals.moves <= point.at)
      #expect(try BallastBinary.run("verify", folder.file("\(own)/plan.json")).exitCode == 0)
    }
  }

  @Test("A price over a range needs a path that the policy knows")
  func price() throws {
    let folder = try folder()
    let known = try BallastBinary.run(
      "frontier", folder.file("book"), "--price", "continuity.at_risk_percent:0..200", "--points", "2", "--quiet")
    #expect(known.exitCode == 0, "\(known.errors)")
    let unknown = try BallastBinary.run(
      "frontier", folder.file("book"), "--price", "continuity.at_risk:0..200", "--points", "2", "--quiet")
    #expect(unknown.exitCode == 78)
    #expect(unknown.errors.contains("Did you mean") || unknown.errors.contains("Maybe"))
  }
}
