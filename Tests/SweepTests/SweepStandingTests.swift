import PlanDocument
import Testing

/// Which units cost more for certain, and which may not.
@Suite struct SweepStandingTests {
  private func unit(_ index: Int, _ objective: Int64, _ bound: Int64?) -> SweepDocument.Unit {
    let facts = ComparedPlan.Facts(
      accounts: 1, csms: 1, objective: PointsValue(micropoints: objective), objectiveByRule: [:],
      certifiedBound: bound.map { PointsValue(micropoints: $0) }, certifiedGap: nil, lowestUtilisation: nil,
      highestUtilisation: nil, overloaded: 0, overloadedSometime: 0, unassigned: 0, moves: 0, movesByChoice: 0,
      arrMoved: 0, fewestAtRisk: 0, mostAtRisk: 0, shortages: 0, seconds: nil, loads: [])
    let result = ComparedPlan(name: "u", status: .planned, facts: facts)
    return SweepDocument.Unit(index: index, values: ["\(index % 2)"], result: result)
  }

  @Test("Only a certified bound above the cheapest plan makes a unit dearer")
  func standing() {
    let units = [unit(0, 120, 101), unit(1, 100, 90), unit(2, 130, 100), unit(3, 140, nil), unit(4, 100, 100)]
    let document = SweepDocument(
      name: "S", why: nil, currency: "EUR", axes: ["x"], units: units, missing: [])
    #expect(document.units.map(\.standing) == [.dearer, .best, .undecided, .undecided, .undecided])
    #expect(document.best?.index == 1)
    #expect(document.axes == [SweepDocument.Axis(name: "x", values: ["0", "1"])])
  }
}
