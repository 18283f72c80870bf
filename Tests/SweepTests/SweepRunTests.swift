import Ballast
import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Sweeps
import Testing
import Workspace

/// Units computed, kept, recomputed and put side by side.
@Suite struct SweepRunTests {
  @Test("A unit is the same bytes whichever shard computes it and in whatever order")
  func shards() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let whole = try workspace.results(sweep, "whole")
    #expect(try SweepWorkspace.run(sweep, Array(0..<12), into: whole).count == 12)
    let shared = try workspace.results(sweep, "shared")
    for shard in [3, 1, 2] {
      try SweepWorkspace.run(sweep, SweepSelection.shard(number: shard, count: 3).indices(in: 12), into: shared)
    }
    let backwards = try workspace.results(sweep, "backwards")
    try SweepWorkspace.run(sweep, Array((0..<12).reversed()), into: backwards)
    for index in 0..<12 {
      let bytes = try workspace.bytes(whole, index)
      #expect(try workspace.bytes(shared, index) == bytes)
      #expect(try workspace.bytes(backwards, index) == bytes)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("\"seconds\""))
    }
    #expect(try SweepCollection(shared).document() == SweepCollection(whole).document())
  }

  @Test("A valid part is kept, and the temporary file of a killed process is in nobody's way")
  func kept() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let results = try workspace.results(sweep)
    try workspace.folder.write("results/parts/.ballast-1-2.tmp", "{")
    #expect(try SweepWorkspace.run(sweep, [4, 4, 5], into: results) == [4, 5])
    #expect(try SweepCollection(results).document().units.map(\.index) == [4, 5])
  }

  @Test("A part that is cut off anywhere is found, recomputed and then the same")
  func cutOff() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let results = try workspace.results(sweep)
    try SweepWorkspace.run(sweep, [7], into: results)
    let whole = try workspace.bytes(results, 7)
    for length in stride(from: 0, to: whole.count, by: 37) + [whole.count - 1] {
      try whole.prefix(length).write(to: URL(filePath: results.partPath(7)))
      guard case .damaged = try results.state(of: sweep.unit(7)) else {
        Issue.record("\(length) of \(whole.count) bytes pass for a part")
        continue
      }
    }
    guard case .computed(_, let replaced) = try SweepWorkspace.runner(results).run(sweep.unit(7)) else {
      Issue.record("not recomputed")
      return
    }
    #expect(replaced == "The part is damaged: it is cut off or was changed.")
    #expect(try workspace.bytes(results, 7) == whole)
  }

  @Test("A changed byte anywhere in a part is found")
  func changed() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let results = try workspace.results(sweep)
    try SweepWorkspace.run(sweep, [0], into: results)
    let whole = try workspace.bytes(results, 0)
    for position in stride(from: 0, to: whole.count, by: 11) {
      var bytes = whole
      bytes[position] ^= 0x01
      try bytes.write(to: URL(filePath: results.partPath(0)))
      if case .valid = try results.state(of: sweep.unit(0)) { Issue.record("byte \(position) was changed unseen") }
    }
  }

  @Test("A part of another unit, another budget or other data is foreign and replaced")
  func foreign() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let results = try workspace.results(sweep)
    try SweepWorkspace.run(sweep, [0, 1], into: results)
    try workspace.bytes(results, 1).write(to: URL(filePath: results.partPath(0)))
    guard case .foreign = try results.state(of: sweep.unit(0)) else {
      Issue.record("the part of unit 1 passes for that of unit 0")
      return
    }
    try workspace.folder.replace("work: 2000", with: "work: 2001", in: "sweeps/grid.yaml")
    let other = try workspace.sweep()
    guard case .foreign = try results.state(of: other.unit(1)) else {
      Issue.record("the part of another budget passes")
      return
    }
    #expect(try results.prepare(for: other))
    try workspace.folder.replace("240000", with: "240001", in: "book/accounts.csv")
    #expect(try results.state(of: workspace.sweep().unit(1)) == .foreign("The part is of other data."))
    #expect(try SweepWorkspace.run(other, [], into: results).isEmpty)
    #expect(throws: SweepProblem.otherInputs(folder: other.units[0].workspace, files: ["accounts.csv"])) {
      try SweepWorkspace.runner(results).run(other.unit(0))
    }
  }

  @Test("Rules that collide and data that cannot be used are results of their units")
  func withoutPlan() throws {
    let axes = """
      axes:
        - { name: what if, scenarios: [none, pinned.yaml, circle.yaml] }

      """
    let workspace = try SweepWorkspace(grid: SweepWorkspace.head + axes)
    try workspace.folder.write(
      "sweeps/pinned.yaml", "name: P\naccounts:\n  change: [{ account: A5, set: { pinned_csm_id: ann } }]\n")
    try workspace.folder.write(
      "sweeps/circle.yaml", "name: C\naccounts:\n  change: [{ account: A5, set: { effort_hours: -3 } }]\n")
    let loaded = try workspace.loaded()
    #expect(loaded.issues.map(\.severity) == [.warning])
    let sweep = try SweepFile(#require(loaded.grid))
    let results = try workspace.results(sweep)
    #expect(try SweepWorkspace.run(sweep, [0, 1, 2], into: results).count == 3)
    let units = try SweepCollection(results).document().units
    #expect(units.map(\.result.status) == [.planned, .conflict, .unusable])
    #expect(units.map(\.standing) == [.best, nil, nil])
    #expect(units.dropFirst().allSatisfy { !$0.result.reasons.isEmpty })
  }

  @Test("A stopped search leaves no part")
  func interrupted() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let results = try workspace.results(sweep)
    let interruption = PlanInterruption()
    interruption.request()
    guard case .interrupted = try SweepWorkspace.runner(results).run(sweep.unit(0), interruption: interruption) else {
      Issue.record("a part was written")
      return
    }
    #expect(try results.state(of: sweep.unit(0)) == .missing)
  }

  @Test("What is missing is listed with the command that computes it")
  func missing() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let results = try workspace.results(sweep)
    try SweepWorkspace.run(sweep, [1, 2], into: results)
    try Data("{}".utf8).write(to: URL(filePath: results.partPath(2)))
    let document = try SweepCollection(results).document()
    #expect(document.units.map(\.index) == [1])
    #expect(document.missing.map(\.index) == [0] + Array(2..<12))
    #expect(document.missing[1].reason == "The part is damaged: it is cut off or was changed.")
    #expect(document.missing[0].command.hasPrefix("ballast sweep run --index 0 --out "))
  }

  @Test("The lines of a sweep must be whole and in order")
  func lines() throws {
    let workspace = try SweepWorkspace()
    let sweep = try workspace.sweep()
    let path = workspace.folder.file("sweep.jsonl")
    try sweep.bytes.write(to: URL(filePath: path))
    #expect(try SweepFile(path: path).units == sweep.units)
    try sweep.bytes.dropLast(10).write(to: URL(filePath: path))
    #expect(throws: SweepProblem.damagedSweep(path: path, line: 12)) { try SweepFile(path: path) }
    let lines = sweep.bytes.split(separator: 0x0A)
    try Data((lines[1...] + lines[..<1]).joined(separator: [0x0A]) + [0x0A]).write(to: URL(filePath: path))
    #expect(throws: SweepProblem.damagedSweep(path: path, line: 1)) { try SweepFile(path: path) }
  }
}
