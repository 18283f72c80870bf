import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing

/// Levels, alternatives and load ranges, as a user asks for them.
@Suite struct ChoiceTests {
  private func document(_ path: String) throws -> PlanDocument {
    try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: path)))
  }

  private func run(_ arguments: [String]) throws -> Outcome { try Invocation(BallastBinary.path, arguments).run() }

  @Test("Levels are planned, shown with a bound each, verified, and refused when one is changed")
  func levels() throws {
    var sample = SampleWorkspace()
    sample.policy += "priorities: levels\n"
    let folder = try sample.inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--work-limit", "2000000")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Levels, the most important first"))
    #expect(outcome.output.contains("1 Every account cared for, nobody overloaded: "))
    let path = folder.file("book/out/plan.json")
    let plan = try document(path)
    #expect(plan.levels?.map(\.name) == PriorityPolicy.defaultLevels.map(\.name))
    #expect(plan.levels?.allSatisfy { $0.certifiedBound != nil } == true)
    #expect(plan.bound == nil)
    let verified = try BallastBinary.run("verify", path)
    #expect(verified.exitCode == 0 && verified.output.contains("of 4 levels"), "\(verified.output)")
    // What is about the one sum of all prices has no answer here.
    for question in [["certify", path], ["explain", path, "--account", "A1", "--stay"]] {
      let refused = try run(question)
      #expect(refused.exitCode == 65 && refused.errors.contains("goes by levels"), "\(refused.errors)")
    }
    var text = try String(contentsOfFile: path, encoding: .utf8)
    text.replace("Every account cared for", with: "No account cared for")
    try folder.write("book/out/plan.json", text)
    #expect(try BallastBinary.run("verify", path).exitCode != 0)
    let report = try String(contentsOfFile: folder.file("book/out/report.html"), encoding: .utf8)
    #expect(report.contains("Levels, the most important first"))
  }

  @Test("Alternatives are plans of their own that verify, listed in the plan and its reports")
  func alternatives() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let arguments = ["--work-limit", "2000000", "--alternatives", "2", "--differ", "1", "--within", "100%"]
    let outcome = try run(["plan", folder.file("book")] + arguments)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let plan = try document(folder.file("book/out/plan.json"))
    let alternatives = try #require(plan.alternatives)
    #expect(alternatives.plans.count == 2 && alternatives.ending == .found)
    for summary in alternatives.plans {
      let path = folder.file("book/out/\(summary.file)")
      #expect(try document(path).objective == summary.objective)
      #expect(summary.extra.micropoints >= 0 && summary.extra.micropoints <= plan.objective.micropoints)
      #expect(!summary.accounts.isEmpty)
      let verified = try BallastBinary.run("verify", path, "--data", folder.file("book"))
      #expect(verified.exitCode == 0, "\(verified.output)")
      #expect(outcome.output.contains(summary.file))
    }
    #expect(outcome.output.contains("Alternatives"))
    #expect(try String(contentsOfFile: folder.file("book/out/report.md"), encoding: .utf8).contains("## Alternatives"))
    // A plan made without alternatives takes those of the earlier one away.
    #expect(try BallastBinary.run("plan", folder.file("book"), "--work-limit", "200000").exitCode == 0)
    #expect(!folder.exists("book/out/alternatives/1/plan.json"))
  }

  @Test("Where no plan differs enough, that is said and proven")
  func noAlternative() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let outcome = try BallastBinary.run(
      "plan", folder.file("book"), "--work-limit", "2000000", "--alternatives", "1", "--differ", "6")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Proven: no plan differs in 6 accounts"), "\(outcome.output)")
  }

  @Test("Load ranges name every CSM, hold the plan and say how much choice there was")
  func loadRanges() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--work-limit", "3000000", "--load-ranges")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let ranges = try #require(try document(folder.file("book/out/plan.json")).loadRanges)
    #expect(ranges.ranges.map(\.csm) == ["ann", "ben", "cleo"])
    for range in ranges.ranges {
      #expect(range.lowest <= range.planned && range.planned <= range.highest)
      #expect(range.atLeast ?? .min <= range.lowest && range.highest <= range.atMost ?? .max)
    }
    #expect(outcome.output.contains("What the loads could have been"))
    #expect(outcome.output.contains("little choice here"), "\(outcome.output)")
  }

  @Test(
    "Options that make no sense together are refused",
    arguments: [
      ["--differ", "2"], ["--within", "1%"], ["--alternatives", "0"], ["--alternatives", "21"],
      ["--alternatives", "1", "--differ", "0"],
    ])
  func refused(arguments: [String]) throws {
    let folder = try SampleWorkspace().inNewFolder()
    #expect(try run(["plan", folder.file("book")] + arguments).exitCode == 64)
  }

  @Test(
    "Alternatives of a plan with levels are refused before the search",
    arguments: ["--load-ranges", "--alternatives=1"])
  func overLevels(option: String) throws {
    var sample = SampleWorkspace()
    sample.policy += "priorities: levels\n"
    let folder = try sample.inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), option)
    #expect(outcome.exitCode == 65 && outcome.errors.contains("priorities: weights"), "\(outcome.errors)")
    #expect(!folder.exists("book/out"))
  }
}
