import Testing

@testable import Benchmarking

@Suite struct GAPSolverTests {
  private let solver = GAPSolver(timeLimit: nil, workLimit: 50_000)

  private func instance(
    _ costs: [Int64], _ resources: [Int64], capacities: [Int64], jobs: Int
  ) -> GAPInstance {
    GAPInstance(
      name: "small", agentCount: capacities.count, jobCount: jobs, costs: costs, resources: resources,
      capacities: capacities)
  }

  /// The least cost over all assignments.
  private func optimum(_ instance: GAPInstance) -> Int64? {
    var best: Int64?
    func extend(_ job: Int, _ cost: Int64, _ rest: [Int64]) {
      guard job < instance.jobCount else { return best = min(best ?? cost, cost) }
      for agent in 0..<instance.agentCount {
        let pair = agent * instance.jobCount + job
        var rest = rest
        rest[agent] -= instance.resources[pair]
        if rest[agent] >= 0 { extend(job + 1, cost + instance.costs[pair], rest) }
      }
    }
    extend(0, 0, instance.capacities)
    return best
  }

  @Test("small instances are solved to the optimum of enumeration, also with negative costs", arguments: 1...12)
  func small(seed: UInt64) throws {
    var random = BenchmarkRandom(seed: seed)
    let (agents, jobs) = (3, 6)
    let pairs = agents * jobs
    let costs = (0..<pairs).map { _ in Int64(random.integer(in: -5...30)) }
    let resources = (0..<pairs).map { _ in Int64(random.integer(in: 1...9)) }
    let small = instance(costs, resources, capacities: [12, 11, 10], jobs: jobs)
    let outcome = try solver.solve(small)
    let optimum = optimum(small)
    #expect(outcome.objective == optimum)
    if let optimum {
      #expect(outcome.bound == optimum)
      #expect(outcome.gap == 0)
      #expect(outcome.status == "optimal")
      #expect(outcome.certifiedBound.map { $0 <= optimum } == true)
    }
  }

  @Test("a job that fits nowhere makes an instance infeasible")
  func tooLarge() throws {
    let outcome = try solver.solve(instance([1, 1], [5, 5], capacities: [4, 4], jobs: 1))
    #expect(outcome.objective == nil)
    #expect(outcome.status == "infeasible")
  }

  @Test("a stopped search returns what it has")
  func stopped() throws {
    let stop = BenchmarkStop()
    stop.request()
    let outcome = try solver.solve(instance([1, 2], [1, 1], capacities: [1, 1], jobs: 1), stop: stop)
    #expect(["interrupted", "optimal"].contains(outcome.status))
  }

  @Test("bounds are rounded up to whole units")
  func units() {
    #expect([0, 1, 1_000_000, 1_000_001, -1, -1_000_000].map(GAPModel.units(roundedUp:)) == [0, 1, 1, 2, 0, -1])
  }

  @Test("the table is aligned, unknown values are dashes")
  func table() {
    let table = GAPTable(names: ["a-long-name", "b"])
    let row = table.row(GAPOutcome(instance: "b", objective: 12, seconds: 1.25, status: "timeLimit"))
    #expect(row == "b                      12             -             -        -      1.3  timeLimit\n")
    #expect(row.firstIndex(of: "t") == table.header.firstRange(of: "status").map { $0.lowerBound })
  }
}
