import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct ProgressTests {
  private struct Line: Decodable {
    var seconds: Double
    var objective: Int64?
    var bound: Int64?
    var certifiedBound: Int64?
    var gap: Double?
    var certifiedGap: Double?
    var phase: String
  }

  private func lines(_ folder: TemporaryFolder, _ name: String) throws -> [Line] {
    try folder.text(name).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  private func plan(_ folder: TemporaryFolder, _ options: String...) throws -> Outcome {
    let arguments = ["plan", folder.file("book"), "--work-limit", "20000", "--output", folder.file("out")] + options
    return try Invocation(BallastBinary.path, arguments).run()
  }

  @Test("--progress-log holds every improvement in order and ends with what the plan says")
  func log() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let outcome = try plan(folder, "--quiet", "--progress-log", folder.file("new/progress.jsonl"))
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    let lines = try lines(folder, "new/progress.jsonl")
    #expect(lines.map(\.seconds) == lines.map(\.seconds).sorted())
    #expect(lines.compactMap(\.objective) == lines.compactMap(\.objective).sorted(by: >))
    #expect(lines.compactMap(\.certifiedBound) == lines.compactMap(\.certifiedBound).sorted())
    let last = try #require(lines.last)
    #expect(last.phase == "finished" && lines.count { $0.phase == "finished" } == 1)
    let document = try PlanDocument.decoded(from: Data(folder.bytes("out/plan.json") ?? []))
    #expect(last.objective == document.objective.micropoints)
    #expect(last.certifiedGap == document.certifiedGap && last.gap == document.gap)
    #expect(folder.names(in: "new") == ["progress.jsonl"])
  }

  @Test("An earlier log is replaced, an input is not, nor what is no file")
  func replaced() throws {
    let folder = try SampleWorkspace().inNewFolder()
    try folder.write("old.jsonl", "old\n")
    #expect(try plan(folder, "--progress-log", folder.file("old.jsonl")).exitCode == 0)
    #expect(try lines(folder, "old.jsonl").last?.phase == "finished")
    let before = folder.bytes("book/csms.csv")
    for path in [folder.file("book/csms.csv"), folder.file("book"), "/dev/null"] {
      let outcome = try plan(folder, "--progress-log", path)
      #expect(outcome.exitCode == 73, "\(path): \(outcome.errors)")
    }
    #expect(folder.bytes("book/csms.csv") == before)
    #expect(try plan(folder, "--progress-log", "").exitCode == 64)
  }

  @Test("Without a terminal nothing is shown unless --log asks for it")
  func table() throws {
    let folder = try SampleWorkspace().inNewFolder()
    #expect(try plan(folder).errors.isEmpty)
    let errors = try plan(folder, "--log").errors
    #expect(errors.contains("Time  Doing") && errors.contains("done"))
    #expect(!errors.contains("\r") && !errors.contains("\u{1B}"))
    #expect(try plan(folder, "--log", "--quiet").exitCode == 64)
  }
}
