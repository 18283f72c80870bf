import BallastProcess
import Foundation
import PlanDocument
import Testing

/// Everything that a masked command writes, of a small workspace with names in every place.
@Suite struct MaskedCommandTests {
  private struct Run {
    let folder: TemporaryFolder
    var book: String { folder.file("book") }
    var scenario: String { folder.file("book/scenarios/one-leaves.yaml") }
    var mask: [String] { ["--mask", "--mask-key", folder.file("mask.key")] }

    /// A command under the mask, which must end well and name nobody on the terminal.
    func callAsFunction(_ arguments: String...) throws {
      let outcome = try Invocation(BallastBinary.path, arguments + mask).run()
      #expect(outcome.exitCode == 0, "\(arguments.prefix(2)): \(outcome.errors)")
      #expect(NamedWorkspace.traces(in: outcome.output + outcome.errors).isEmpty, "\(arguments.prefix(2))")
    }

    /// Names in files, and of files, below a folder.
    func scan(_ name: String) throws {
      let files = FileManager.default.enumerator(atPath: folder.file(name))?.compactMap { $0 as? String } ?? []
      #expect(!files.isEmpty, "\(name) is empty")
      for file in files {
        let bytes = folder.bytes("\(name)/\(file)") ?? []
        let traces = NamedWorkspace.traces(in: file + " " + String(decoding: bytes, as: UTF8.self))
        #expect(traces.isEmpty, "\(name)/\(file): \(traces)")
      }
    }
  }

  private func run() throws -> Run { Run(folder: try NamedWorkspace.small()) }

  @Test func `What is planned, certified, stressed, exported and checked names nobody`() throws {
    let run = try run()
    let (out, plan) = (run.folder.file("out"), run.folder.file("out/plan/plan.json"))
    try run("check", run.book)
    try run("plan", run.book, "--scenario", run.scenario, "--work-limit", "1000", "--output", "\(out)/plan")
    try run("verify", plan, "--data", run.book)
    try run("certify", plan, "--data", run.book)
    try run("stress", plan, "--data", run.book, "--samples", "50")
    try run("export-model", run.book, "--output", "\(out)/model.mps")
    try run("diagnose", run.book, "--work-limit", "1000")
    try run.scan("out")
  }

  @Test func `What scenarios and frontiers write names nobody, and its plans can be verified`() throws {
    let run = try run()
    let out = run.folder.file("out")
    try run("scenario", "show", run.scenario, "--data", run.book)
    try run("scenario", "run", run.scenario, "--data", run.book, "--work-limit", "1000", "--output", "\(out)/what-if")
    try run(
      "frontier", run.book, "--moves", "0..1", "--points", "2", "--scenario", run.scenario, "--work-limit", "1000",
      "--output", "\(out)/frontier")
    try run("verify", "\(out)/what-if/one-leaves/plan.json", "--data", run.book)
    try run("verify", "\(out)/frontier/points/1/plan.json", "--data", run.book)
    try run.scan("out")
  }

  @Test func `Scenarios that are written under a mask are read with its key`() throws {
    let run = try run()
    let out = run.folder.file("out")
    try run("resilience", run.book, "--pairs", "--work-limit", "1000", "--output", "\(out)/resilience")
    let candidates = run.folder.file("book/candidates.yaml")
    try run(
      "headcount", run.book, "--profiles", candidates, "--work-limit", "1000", "--output", "\(out)/headcount")
    let scenarios = run.folder.names(in: "out/resilience/scenarios").filter { $0.hasSuffix("-leaves.yaml") }
    let first = try #require(scenarios.first { !$0.contains("-and-") })
    let one = "\(out)/resilience/scenarios/\(first)"
    #expect(try run.folder.text("out/resilience/scenarios/\(first)").contains("csm: \"person-"))
    try run("plan", run.book, "--scenario", one, "--work-limit", "1000", "--output", "\(out)/again")
    try run(
      "plan", run.book, "--scenario", "\(out)/headcount/hires.yaml", "--work-limit", "1000", "--output", "\(out)/hires")
    try run.scan("out")
    let bare = try BallastBinary.run("plan", run.book, "--scenario", one, "--output", run.folder.file("bare"))
    #expect(bare.exitCode == 78, "\(bare.errors)")
  }

  @Test func `A sweep is collected under a mask after it was computed`() throws {
    let run = try run()
    let units = try BallastBinary.run("sweep", "expand", run.folder.file("book/grid.yaml"))
    try run.folder.write("sweep.jsonl", units.output)
    let results = run.folder.file("results")
    let computed = try BallastBinary.run(
      "sweep", "run", run.folder.file("sweep.jsonl"), "--shard", "1/1", "--out", results, "--quiet")
    #expect(computed.exitCode == 0, "\(computed.errors)")
    try run("sweep", "collect", results)
    try run.scan("results/masked")
  }

  @Test func `Reports of a plan that names people are the same plan under a mask`() throws {
    let run = try run()
    let plan = run.folder.file("plain/plan.json")
    let plain = try BallastBinary.run(
      "plan", run.book, "--scenario", run.scenario, "--work-limit", "1000", "--output", run.folder.file("plain"))
    #expect(plain.exitCode == 0, "\(plain.errors)")
    let masked = run.folder.file("masked")
    try run("report", plan, "--audience", "lead", "--audience", "managers", "--audience", "csms", "--output", masked)
    try run.scan("masked")
    let figures = { (name: String) in
      let lines = try run.folder.text("\(name)/handoffs.csv").split(separator: "\n")
      return lines.map { $0.matches(of: /\d{4}-\d{2}-\d{2}/).map { String($0.0) } }
    }
    #expect(try figures("masked") == figures("plain"))
    try run.folder.write("book/accounts.csv", run.folder.text("book/accounts.csv") + "Z9,,silver,EMEA,,1,1,,,\n")
    let stale = try Invocation(BallastBinary.path, ["report", plan] + run.mask).run()
    #expect(stale.exitCode == 5)
  }
}
