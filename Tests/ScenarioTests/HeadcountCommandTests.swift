import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite("ballast headcount") struct HeadcountCommandTests {
  private func headcount(_ folder: TemporaryFolder, _ more: [String] = []) throws -> (HeadcountDocument, Outcome) {
    let outcome = try Invocation(
      BallastBinary.path, ["headcount", folder.file("book"), "--json", "--work-limit", "1000000"] + more
    ).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return (try JSONDecoder().decode(HeadcountDocument.self, from: Data(outcome.output.utf8)), outcome)
  }

  @Test("The plan of the scenario with the hires is inside the bands, and verified")
  func scenario() throws {
    let folder = try SmallTeam(work: 60).inNewFolder()
    let (document, _) = try headcount(folder)
    #expect(document.outcome == .enough)
    // Six accounts of 60 hours, two CSMs with 85 hours inside the band: one account each, four more CSMs.
    #expect(document.hires == 4)
    #expect(document.atLeast == 4)
    #expect(document.planAboveBand == 0)
    let scenario = folder.file("book/out/headcount/hires.yaml")
    let outcome = try BallastBinary.run(
      "scenario", "run", scenario, "--data", folder.file("book"), "--work-limit", "100000", "--gap", "0")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let path = folder.file("book/out/scenarios/hires/plan.json")
    #expect(try BallastBinary.run("verify", path).exitCode == 0)
    let plan = try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: path)))
    #expect(plan.totals.unassigned == 0)
    for book in plan.books {
      let steady = try #require(book.periods.last)
      #expect(steady.minutes <= steady.targetHigh, "\(book.csm)")
    }
  }

  @Test("Nobody is hired where everybody can be inside the band")
  func none() throws {
    let (document, _) = try headcount(try SmallTeam(work: 20).inNewFolder())
    #expect(document.hires == 0)
    #expect(document.isProven)
  }

  @Test("Too few hires are proven to be too few")
  func impossible() throws {
    let (document, outcome) = try headcount(try SmallTeam(work: 60).inNewFolder(), ["--max-hires", "2"])
    #expect(document.outcome == .impossible)
    #expect(document.hires == nil)
    #expect(outcome.errors.contains("Proven: with up to 2 hires"))
  }

  @Test("Candidates are a scenario that only adds CSMs")
  func profiles() throws {
    let folder = try SmallTeam(work: 60).inNewFolder()
    let rows = "{ csm_id: senior, regions: [EMEA], domains: [energy:expert], capacity_hours: 160 }"
    try folder.write("candidates.yaml", "name: C\ncsms: { add: [\(rows)] }\n")
    let (document, _) = try headcount(folder, ["--profiles", folder.file("candidates.yaml")])
    // 136 hours inside the band are two accounts.
    #expect(document.hires == 2)
    #expect(document.profiles.map(\.id) == ["senior"])
    try folder.write("other.yaml", "name: C\ncsms: { remove: [{ csm: ann }], add: [\(rows)] }\n")
    let refused = try BallastBinary.run(
      "headcount", folder.file("book"), "--profiles", folder.file("other.yaml"))
    #expect(refused.exitCode == 78)
    #expect(refused.errors.contains("changes nothing else"))
  }

  @Test("Odd workspaces have an answer", arguments: SmallTeam.odd)
  func odd(_ team: SmallTeam) throws {
    let (document, outcome) = try headcount(try team.inNewFolder())
    #expect(document.hires != nil || document.outcome != .enough)
    #expect(!outcome.errors.contains("internal"))
  }
}
