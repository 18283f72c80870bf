import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite("ballast resilience") struct ResilienceCommandTests {
  private func resilience(_ folder: TemporaryFolder, _ more: [String] = []) throws -> ResilienceDocument {
    let outcome = try Invocation(
      BallastBinary.path,
      ["resilience", folder.file("book"), "--json", "--work-limit", "50000", "--gap", "0"] + more
    ).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(ResilienceDocument.self, from: Data(outcome.output.utf8))
  }

  private func plan(_ folder: TemporaryFolder, _ id: String?) throws -> PlanDocument {
    let scenario = id.map { ["--scenario", folder.file("book/out/resilience/scenarios/\($0).yaml")] } ?? []
    let name = "plan-\(id ?? "base")"
    let outcome = try Invocation(
      BallastBinary.path,
      ["plan", folder.file("book"), "--gap", "0", "--work-limit", "50000", "--quiet", "--output", folder.file(name)]
        + scenario
    ).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: folder.file("\(name)/plan.json"))))
  }

  @Test("Every figure is that of a plan of the scenario that is written", arguments: [15, 25, 35])
  func figures(work: Int) throws {
    let folder = try SmallTeam(work: work).inNewFolder()
    let document = try resilience(folder, ["--pairs"])
    let base = try plan(folder, nil)
    #expect(document.base.objective == base.objective)
    #expect(document.departures.map(\.csms.count) == [1, 1, 2])
    #expect(document.pairs == 1)
    for departure in document.departures {
      let plan = try plan(folder, departure.id)
      let facts = try #require(departure.facts)
      #expect(plan.certifiedGap == 0 && facts.certifiedGap == 0)
      #expect(facts.objective == plan.objective)
      let difference = PointsValue(micropoints: plan.objective.micropoints - base.objective.micropoints)
      #expect(departure.loss == CostInterval(found: difference, atLeast: difference, atMost: difference))
      expect(departure, isToldOf: plan)
    }
    for remedy in document.remedies {
      let without = try plan(folder, remedy.departure)
      let with = try plan(folder, remedy.id)
      #expect(remedy.saved?.found.micropoints == without.objective.micropoints - with.objective.micropoints)
    }
    #expect(!document.remedies.isEmpty)
  }

  /// Counted again, in another way than the command counts.
  private func expect(_ departure: ResilienceDeparture, isToldOf plan: PlanDocument) {
    let gone = Set(departure.csms)
    let held = plan.assignments.filter { gone.contains($0.previous ?? "") }
    #expect(departure.accounts == held.count)
    #expect(departure.unassigned == held.count { $0.kind == .unassigned })
    #expect(departure.receivers.reduce(0) { $0 + $1.accounts } == departure.takenOver)
    #expect(departure.takenOver == held.count { $0.kind == .handoff })
    let rest = plan.books.filter { !gone.contains($0.csm) }
    let steady = rest.compactMap { $0.periods.last }.map { max(0, $0.minutes - $0.targetHigh) }
    #expect(departure.facts?.steadyMinutesAboveBand == steady.reduce(0, +))
    #expect(departure.facts?.steadyAboveBand == steady.count { $0 > 0 })
    let isAbove = (0...plan.horizon.periods.count).map { period in
      rest.contains { $0.periods[period].minutes > $0.periods[period].targetHigh }
    }
    let first = isAbove.indices.first { !isAbove[$0...].contains(true) }
    #expect((departure.facts?.daysUntilInside == nil) == (first == nil))
    if let first { #expect((departure.facts?.daysUntilInside ?? -1 == 0) == (first == 0)) }
  }

  @Test("What only one person knows is named, and learning it is tried")
  func soleExpertise() throws {
    let folder = try SmallTeam(work: 10).inNewFolder()
    let document = try resilience(folder)
    let ann = try #require(document.departures.first { $0.csms == ["ann"] })
    #expect(ann.soleExpertise.map(\.domain) == ["retail"])
    #expect(ann.soleExpertise.first?.accounts == 1)
    #expect(document.departures.first { $0.csms == ["ben"] }?.soleExpertise.isEmpty == true)
    let training = try #require(document.remedies.first { $0.kind == .training })
    #expect(training.csm == "ben" && training.domains == ["retail"])
    #expect((training.saved?.atLeast?.micropoints ?? 0) > 0)
    let page = try folder.text("book/out/resilience/resilience.html")
    #expect(page.contains("Ben learns retail"))
    #expect(folder.exists("book/out/resilience/resilience.csv"))
  }

  @Test("Places follow from bounds alone")
  func places() throws {
    let document = try resilience(try SmallTeam(work: 25).inNewFolder())
    let ranks = document.departures.map { [$0.firstRank, $0.lastRank] }
    #expect(ranks == [[1, 1], [2, 2]])
  }

  @Test("Odd workspaces have an answer", arguments: SmallTeam.odd)
  func odd(_ team: SmallTeam) throws {
    let folder = try team.inNewFolder()
    let document = try resilience(folder, ["--pairs"])
    #expect(document.departures.allSatisfy { $0.facts != nil || !$0.reasons.isEmpty })
    for departure in document.departures where departure.facts != nil {
      #expect(try plan(folder, departure.id).objective == departure.facts?.objective)
    }
    #expect(try !folder.text("book/out/resilience/resilience.html").contains("nan"))
  }

  @Test("A last day outside the horizon is refused")
  func lastDay() throws {
    let folder = try SmallTeam(work: 25).inNewFolder()
    let outcome = try BallastBinary.run("resilience", folder.file("book"), "--on", "2028-01-01")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("2027-01-04 to 2027-03-03"))
  }
}
