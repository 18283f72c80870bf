import BallastProcess
import Foundation
import PlanDocument
import Testing

/// The commands as schedulers and people call them.
@Suite struct SweepCommandTests {
  private func expanded() throws -> SweepWorkspace {
    let workspace = try SweepWorkspace()
    let outcome = try BallastBinary.run("sweep", "expand", "sweeps/grid.yaml", folder: workspace.folder.path)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors == "12 units: 2 who leaves x 3 gold effort x 2 most accounts. First day 2027-01-04.\n")
    try workspace.folder.write("sweep.jsonl", outcome.output)
    return workspace
  }

  private func run(
    _ workspace: SweepWorkspace, _ arguments: [String], _ environment: [String: String] = [:]
  ) throws -> Outcome {
    try Invocation(
      BallastBinary.path, ["sweep", "run"] + arguments, environment: environment, folder: workspace.folder.path
    ).run()
  }

  @Test("Expanded, computed in shards and collected: a table, a page, and nothing missing")
  func chain() throws {
    let workspace = try expanded()
    for shard in ["2/2", "1/2"] {
      let outcome = try run(workspace, ["--shard", shard, "--out", "results"])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix("6 computed, 0 kept.\n"))
    }
    let collected = try BallastBinary.run("sweep", "collect", workspace.folder.file("results"))
    #expect(collected.exitCode == 0, "\(collected.errors)")
    #expect(collected.output.hasPrefix("Test: 12 units\nThe cheapest plan is that of unit "))
    let document = try JSONDecoder().decode(
      SweepDocument.self, from: Data(contentsOf: URL(filePath: workspace.folder.file("results/sweep.json"))))
    #expect(document.units.map(\.index) == Array(0..<12))
    #expect(document.missing.isEmpty)
    let table = try workspace.folder.text("results/sweep.csv").split(separator: "\r\n")
    #expect(table.count == 13)
    #expect(table[0].hasPrefix("unit,who leaves,gold effort,most accounts,status,standing,objective_hours,"))
    let page = try workspace.folder.text("results/sweep.html")
    #expect(page.contains("<h2 id=\"axis-2-title\">By gold effort</h2>"))
    #expect(!page.contains("<script"))
  }

  @Test("The index of an array is taken from the environment, and exactly one must be set")
  func environment() throws {
    let workspace = try expanded()
    let from = ["--index-from-env", "--out", "results", "--json", "--quiet"]
    for (index, name) in ["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX", "SLURM_ARRAY_TASK_ID"].enumerated() {
      let outcome = try run(workspace, from, [name: "\(index)"])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("\"computed\" : [\n    \(index)\n  ]"))
    }
    let none = try run(workspace, from)
    #expect(none.exitCode == 64)
    #expect(none.errors.contains("none of JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX, SLURM_ARRAY_TASK_ID is set"))
    #expect(try run(workspace, from, ["JOB_COMPLETION_INDEX": "1", "SLURM_ARRAY_TASK_ID": "1"]).exitCode == 64)
    let outside = try run(workspace, from, ["JOB_COMPLETION_INDEX": "12"])
    #expect(outside.exitCode == 64)
    #expect(outside.errors.contains("There is no unit 12: the sweep has 12, from 0 to 11."))
    #expect(try run(workspace, ["--out", "results"]).exitCode == 64)
    #expect(try run(workspace, ["--shard", "3/2", "--out", "results"]).exitCode == 64)
  }

  @Test("A run that was killed is taken up where it was, and gives what an undisturbed one gives")
  func killed() throws {
    let workspace = try expanded()
    #expect(try run(workspace, ["--shard", "1/1", "--out", "plain", "--quiet"]).exitCode == 0)
    for part in [0, 3, 7] {
      let process = try RunningProcess(
        Invocation(
          BallastBinary.path, ["sweep", "run", "--shard", "1/1", "--out", "killed", "--quiet"],
          folder: workspace.folder.path))
      process.await { workspace.folder.exists("killed/parts/unit-00000\(part).json") }
      process.send(SIGKILL)
      _ = try process.wait()
    }
    let before = try BallastBinary.run("sweep", "collect", workspace.folder.file("killed"), "--quiet")
    #expect([0, 75].contains(before.exitCode))
    try workspace.folder.write("killed/parts/unit-000002.json", "{")
    let again = try run(workspace, ["--shard", "1/1", "--out", "killed"])
    #expect(again.exitCode == 0)
    #expect(again.errors.contains("unit 2: The part is damaged: it is cut off or was changed. It was computed anew.\n"))
    for folder in ["plain", "killed"] {
      #expect(try BallastBinary.run("sweep", "collect", workspace.folder.file(folder), "--quiet").exitCode == 0)
    }
    for name in (0..<12).map({ "parts/unit-0000\($0 < 10 ? "0" : "")\($0).json" }) + [
      "sweep.csv", "sweep.json", "sweep.html",
    ] {
      #expect(try workspace.folder.text("killed/\(name)") == workspace.folder.text("plain/\(name)"), "\(name)")
    }
  }

  @Test("Collecting an incomplete sweep ends with 75 and names what computes the rest")
  func incomplete() throws {
    let workspace = try expanded()
    #expect(try run(workspace, ["--index", "5", "--out", "results", "--quiet"]).exitCode == 0)
    let outcome = try BallastBinary.run("sweep", "collect", "results", folder: workspace.folder.path)
    #expect(outcome.exitCode == 75)
    #expect(outcome.output.contains("11 units are missing: the sweep is not complete."))
    #expect(outcome.output.contains("ballast sweep run --index 0 --out results results/sweep.jsonl"))
    #expect(outcome.output.contains("All of them: ballast sweep run --shard 1/1 --out results results/sweep.jsonl"))
    #expect(try run(workspace, ["--shard", "1/1", "--out", "results", "--quiet", "results/sweep.jsonl"]).exitCode == 0)
    #expect(try BallastBinary.run("sweep", "collect", workspace.folder.file("results"), "--quiet").exitCode == 0)
  }

  @Test("Another workspace than that of the expansion is refused with 5, and --data names the right one")
  func otherData() throws {
    let workspace = try expanded()
    try workspace.folder.write("old/accounts.csv", SweepWorkspace.accounts)
    try workspace.folder.write("old/csms.csv", SweepWorkspace.csms)
    try workspace.folder.write("old/ballast.yaml", SweepWorkspace.policy)
    try workspace.folder.replace("Amber", with: "Umber", in: "book/accounts.csv")
    let refused = try run(workspace, ["--index", "0", "--out", "results"])
    #expect(refused.exitCode == 5)
    #expect(refused.errors.contains("accounts.csv: not what the sweep was expanded from."))
    #expect(try run(workspace, ["--index", "0", "--out", "results", "--data", "old"]).exitCode == 0)
    let nowhere = try run(workspace, ["--index", "1", "--out", "results", "--data", "nowhere"])
    #expect(nowhere.exitCode == 66)
    #expect(nowhere.errors.contains("or name the workspace with --data."))
  }

  @Test("A unit becomes scenarios, and the plan of these is that of the unit")
  func show() throws {
    let workspace = try expanded()
    #expect(try run(workspace, ["--index", "9", "--out", "results", "--quiet"]).exitCode == 0)
    let outcome = try BallastBinary.run(
      "sweep", "show", "--index", "9", "--output", "unit", folder: workspace.folder.path)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("who leaves: ann, gold effort: 1, most accounts: 4\n"))
    #expect(workspace.folder.names(in: "unit") == ["scenario-1.yaml", "scenario-2.yaml", "scenario-3.yaml"])
    #expect(try workspace.folder.text("unit/scenario-2.yaml").hasSuffix("base: \"scenario-1.yaml\"\n"))
    let command = try #require(outcome.output.split(separator: "\n").last).split(separator: " ").dropFirst().map(
      String.init)
    let planned = try Invocation(BallastBinary.path, command + ["--quiet"], folder: workspace.folder.path).run()
    #expect(planned.exitCode == 0, "\(planned.errors)")
    let plan = try PlanDocument.decoded(
      from: Data(contentsOf: URL(filePath: workspace.folder.file("unit/plan/plan.json"))))
    _ = try BallastBinary.run("sweep", "collect", "results", "--quiet", folder: workspace.folder.path)
    let document = try JSONDecoder().decode(
      SweepDocument.self, from: Data(contentsOf: URL(filePath: workspace.folder.file("results/sweep.json"))))
    #expect(document.units.first?.result.facts?.objective == plan.objective)
    #expect(document.units.first?.result.facts?.certifiedBound == plan.certifiedBound)
  }

  @Test("A wrong grid ends with 78, and nothing is on standard output")
  func wrongGrid() throws {
    let workspace = try SweepWorkspace(grid: SweepWorkspace.head + "axes:\n  - { name: a, policy: x.y, values: [1] }\n")
    let outcome = try BallastBinary.run("sweep", "expand", "sweeps/grid.yaml", folder: workspace.folder.path)
    #expect(outcome.exitCode == 78)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("sweeps/grid.yaml:6"))
  }
}
