import BallastProcess
import Foundation
import Testing

@testable import Benchmarking

@Suite struct BenchCommandTests {
  @Test("bench run measures, verifies and tabulates each seed")
  func run() throws {
    let folder = try TemporaryFolder()
    let outcome = try BallastBinary.run(
      "bench", "run", "--family", "20x2", "--seeds", "1-2", "--time-limit", "5", "--output", folder.file("out"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let lines = try folder.text("out/runs.jsonl").split(separator: "\n")
    let results = try lines.map { try JSONDecoder().decode(CaseResult.self, from: Data($0.utf8)) }
    #expect(results.map(\.seed) == [1, 2])
    for result in results {
      #expect(result.verified == true)
      #expect(result.peakBytes > 0)
      #expect(result.certifiedBound.map { bound in result.objective.map { bound <= $0 } ?? false } == true)
    }
    #expect(try folder.text("out/runs.md").contains(outcome.output))
    #expect(folder.names(in: "out") == ["20x2.svg", "logs", "runs.jsonl", "runs.md"])
  }

  @Test("bench compare names the solvers that are missing and goes on without them")
  func compare() throws {
    let folder = try TemporaryFolder()
    _ = try PortfolioGenerator(PortfolioRecipe(accounts: 20, csms: 2, seed: 1)).write(to: folder.file("w"))
    let outcome = try BallastBinary.run(
      "bench", "compare", folder.file("w"), "--time-limit", "2", "--peers", folder.file("nowhere"), "--output",
      folder.file("out"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count == 7)
    #expect(rows.count { $0.contains("missing: ") } == Peer.allCases.count)
    #expect(rows.count { $0.contains("feasible") } == 1)
    for name in ["model.mps", "compare.jsonl", "compare.md", "compare.svg"] { #expect(folder.exists("out/\(name)")) }
  }

  @Test("bench gap reads all files before it solves one, and names every fault")
  func gap() throws {
    let folder = try TemporaryFolder()
    try folder.write("good", "1 1\n5\n1\n1\n")
    try folder.write("bad", "1 1\n5\n")
    let outcome = try BallastBinary.run("bench", "gap", folder.file("good"), folder.file("bad"))
    #expect(outcome.exitCode == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("line 3: The file ends where the resource of job 1 with agent 1 should be."))
    let solved = try BallastBinary.run("bench", "gap", folder.file("good"), "--json")
    struct Line: Decodable, Equatable {
      var instance: String
      var objective, bound, certifiedBound: Int64
    }
    let line = try JSONDecoder().decode(Line.self, from: Data(solved.outputBytes))
    #expect(line == Line(instance: "good", objective: 5, bound: 5, certifiedBound: 5))
  }

  @Test(
    "seeds, sizes and families that make no sense are usage errors",
    arguments: [
      ["bench", "run", "--seeds", "5-1"], ["bench", "run", "--seeds", "1-100000"], ["bench", "run", "--family", "big"],
      ["bench", "generate", "--accounts", "0", "--output", "unused"], ["bench", "compare", "w", "--peer", "abacus"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Invocation(BallastBinary.path, arguments).run()
    #expect(outcome.exitCode == 64)
  }
}
