import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct DiagnoseTests {
  private func workspace(pins: String = "") throws -> TemporaryFolder {
    var sample = SampleWorkspace()
    sample.policy = """
      version: 1
      horizon: { start: 2027-01-04, periods: 2, period: month }
      eligibility:
        region: ban
        pins:
      \(pins)
      handoffs:
        moments:
          - { id: open-month, event: any, price: 60 }

      """
    if pins.isEmpty { sample.policy.replace("  pins:\n\n", with: "  tier: ban\n") }
    return try sample.inNewFolder()
  }

  private let three = """
        - { account: A1, csm: ben }
        - { account: A2, csm: ben }   # promised
        - { account: A4, csm: ben }
    """

  private func document(_ outcome: Outcome) throws -> DiagnosisDocument {
    try JSONDecoder().decode(DiagnosisDocument.self, from: Data(outcome.output.utf8))
  }

  @Test("F29: limits that collide only together are named with their places, numbers and repair")
  func collision() throws {
    let folder = try workspace(pins: three)
    let outcome = try BallastBinary.run("diagnose", folder.file("book"))
    #expect(outcome.exitCode == 3, "\(outcome.errors)")
    for part in [
      "These rules cannot all hold", "Ben's hours", "at most 100.0 h", "is pinned to Ben",
      "ballast.yaml, eligibility.pins",
      "csms.csv line 3, capacity_hours", "Cheapest repair", "passed every check", "each was tried",
    ] {
      #expect(outcome.output.contains(part), "\(part) in \(outcome.output)")
    }
    let json = try document(try BallastBinary.run("diagnose", folder.file("book"), "--json"))
    #expect(json.status == .conflict && json.isComplete)
    #expect(json.conflicts.allSatisfy { $0.isIrreducible && $0.proof != .search })
    #expect(json.repair?.isVerified == true && json.repair?.isCheapest == true)
  }

  @Test("plan names the rules that collide by id, and says where to go on")
  func plan() throws {
    let folder = try workspace(pins: three)
    let outcome = try BallastBinary.run("plan", folder.file("book"))
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("ben") && outcome.errors.contains("ballast diagnose"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("Amber Mills"))
  }

  @Test("the workspace that --apply writes can be planned, and keeps what was not repaired")
  func apply() throws {
    let folder = try workspace(pins: three)
    let outcome = try BallastBinary.run(
      "diagnose", folder.file("book"), "--apply", folder.file("repaired"), "--work-limit", "5000")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("The repaired workspace is in"), "\(outcome.errors)\(outcome.output)")
    #expect(try folder.text("repaired/ballast.yaml").contains("{ id: open-month, event: any, price: 60 }"))
    let planned = try BallastBinary.run("plan", folder.file("repaired"), "--quiet")
    #expect(planned.exitCode == 0, "\(planned.errors)")
    #expect(try BallastBinary.run("verify", folder.file("repaired/out/plan.json")).exitCode == 0)
    #expect(try BallastBinary.run("diagnose", folder.file("repaired"), "--quiet").exitCode == 0)
  }

  @Test("where the rules can hold, missing hours, overloads and what would help are said")
  func holding() throws {
    let folder = try workspace()
    let outcome = try BallastBinary.run("diagnose", folder.file("book"), "--work-limit", "5000")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Overload") && outcome.output.contains("All rules can hold"), "\(outcome.output)")
    let json = try document(try BallastBinary.run("diagnose", folder.file("book"), "--json", "--work-limit", "5000"))
    #expect(json.conflicts.isEmpty && json.repair == nil && json.status != .conflict)
    #expect(json.overloads.allSatisfy { $0.atLeast <= $0.atMost ?? .max })
  }

  @Test("the same input gives the same bytes under a limit of work")
  func reproducible() throws {
    for pins in ["", three] {
      let folder = try workspace(pins: pins)
      let runs = try (0..<2).map { _ in
        try BallastBinary.run("diagnose", folder.file("book"), "--json", "--work-limit", "5000").output
      }
      #expect(runs[0] == runs[1])
    }
  }

  @Test("a limit of time is kept, with what was found so far")
  func limit() throws {
    let folder = try workspace(pins: three)
    let outcome = try BallastBinary.run("diagnose", folder.file("book"), "--time-limit", "0.001", "--json")
    #expect([0, 3, 4].contains(outcome.exitCode))
    #expect(throws: Never.self) { try document(outcome) }
  }

  @Test("the scenario collides and is repaired as it says")
  func scenario() throws {
    struct Expected: Decodable {
      var status: String
      var conflicts: [[String]]
      var repairPrice: String
      var repair: [String]
    }
    let path = Checkout.path("scenarios/rules-that-collide")
    let data = try #require(FileManager.default.contents(atPath: "\(path)/expected.json"))
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    let found = try document(try BallastBinary.run("diagnose", path, "--json", "--work-limit", "20000"))
    #expect(found.status.rawValue == expected.status)
    let members = found.conflicts.map { conflict in
      conflict.members.map { ([$0.rule] + [$0.account, $0.csm].compactMap { $0 }).joined(separator: " ") }
    }
    #expect(members == expected.conflicts)
    #expect(found.conflicts.allSatisfy { $0.isIrreducible && $0.proof != .search })
    let repair = try #require(found.repair)
    #expect("\(repair.price.micropoints / 1_000_000)" == expected.repairPrice)
    #expect(repair.isCheapest && repair.isVerified)
    #expect(repair.steps.map(\.edit) == expected.repair)
  }
}
