import Foundation
import GLPKBackend
import OptionModel
import Solving
import Synchronization
import Testing

@Suite("Limits of a solve", .serialized)
struct LimitTests {
  @Test(
    "An interruption at any moment returns a feasible selection soon", arguments: [0, 3, 20, 90, 250, 600])
  func interrupted(milliseconds: Int) throws {
    let (model, stays) = try ContendedModel(accounts: 40, agents: 4, seed: 7, hasHardCaps: false)
      .buildWithStays()
    let interruption = Interruption()
    let requested = Mutex<ContinuousClock.Instant?>(nil)
    let timer = Thread {
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
      requested.withLock { $0 = .now }
      interruption.request()
    }
    timer.start()
    let result = try Solver(backend: GLPKBackend()).solve(model, preferred: stays, interruption: interruption)
    if let start = requested.withLock({ $0 }) { #expect(ContinuousClock.now - start < .seconds(1.5)) }
    expectFeasible(result, in: model)
  }

  @Test("A time limit is kept, however small", arguments: [0.0, 0.001, 0.05, 0.5])
  func timeLimit(seconds: Double) throws {
    let model = try ContendedModel(accounts: 60, agents: 5, seed: 3).build()
    let began = ContinuousClock.now
    let result = try Solver(backend: GLPKBackend()).solve(
      model, limits: SolveLimits(timeLimit: .seconds(seconds)))
    #expect(ContinuousClock.now - began < .seconds(1.1 * seconds + 1))
    #expect(result.termination == .timeLimit)
    if result.selection != nil { expectFeasible(result, in: model) }
  }

  @Test("The same work limit and seed give the same selection, bounds and counts")
  func workLimit() throws {
    let model = try ContendedModel(accounts: 40, agents: 4, seed: 5).build()
    let limits = SolveLimits(workLimit: 60_000, seed: 11)
    let solver = Solver(backend: GLPKBackend())
    var first = try solver.solve(model, limits: limits)
    var second = try solver.solve(model, limits: limits)
    #expect(first.selection == second.selection)
    #expect(first.bound == second.bound)
    first.statistics.seconds = 0
    second.statistics.seconds = 0
    #expect(first.statistics == second.statistics)
    #expect(first.termination == .workLimit)
  }

  @Test("A gap ends the solve, and the certified bound is the caller's")
  func gap() throws {
    let model = try ContendedModel(accounts: 40, agents: 4, seed: 2).build()
    let result = try Solver(backend: GLPKBackend()).solve(
      model, limits: SolveLimits(timeLimit: .seconds(1), gap: 0.2, certified: true), certify: { _ in 12_345 })
    #expect(result.certifiedBound == 12_345)
    #expect(result.multipliers?.values.count == model.resourceCount)
    let loose = try Solver(backend: GLPKBackend()).solve(
      model, limits: SolveLimits(timeLimit: .seconds(20), gap: 0.2))
    #expect(loose.termination == .gapReached)
  }

  @Test("Progress is reported with falling objectives and rising bounds")
  func progress() throws {
    let model = try ContendedModel(accounts: 30, agents: 4, seed: 2).build()
    let reports = Mutex<[SolveProgress]>([])
    _ = try Solver(backend: GLPKBackend()).solve(
      model, limits: SolveLimits(timeLimit: .seconds(1)),
      progress: { news in reports.withLock { $0.append(news) } })
    let seen = reports.withLock { $0 }
    #expect(seen.last?.phase == .finished && seen.count { $0.phase == .finished } == 1)
    let objectives = seen.compactMap(\.objective)
    #expect(objectives == objectives.sorted(by: >))
    let bounds = seen.compactMap(\.bound)
    #expect(bounds == bounds.sorted())
  }

  private func expectFeasible(_ result: SolveResult, in model: OptionModel) {
    guard let selection = result.selection else {
      Issue.record("no selection")
      return
    }
    #expect(model.violations(of: selection).isEmpty)
    #expect(result.objective == model.objective(of: selection))
    if let objective = result.objective, let bound = result.bound { #expect(bound <= objective) }
  }
}
