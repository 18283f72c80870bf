public import Ballast
import Dispatch
import Foundation
public import PlanDocument
import Synchronization

/// Plans several cases side by side, each from the plan of the base.
///
/// A search keeps two threads busy, so half as many searches run at once as there are processors. Under a work limit the
/// plans do not depend on how many that is.
public struct ScenarioRunner: Sendable {
  private let request: PlanRequest
  private let folder: String
  private let workers: Int

  /// - Parameters:
  ///   - request: the limits of each search.
  ///   - folder: how the workspace is named in the plans.
  ///   - workers: searches at once; `nil`: by the processors of the machine.
  public init(_ request: PlanRequest, folder: String, workers: Int? = nil) {
    self.request = request
    self.folder = folder
    self.workers = workers ?? max(1, ProcessInfo.processInfo.activeProcessorCount / 2)
  }

  /// - Parameters:
  ///   - base: where the searches begin; `nil`: from nothing.
  ///   - finished: called with the position and the outcome of each case, one at a time, in the order in which they end.
  /// - Throws: what the first failing search threw, when all have ended.
  public func run(
    _ cases: [ScenarioCase], from base: PlanDocument?, interruption: PlanInterruption = PlanInterruption(),
    finished: @escaping @Sendable (Int, PlanOutcome) throws -> Void
  ) throws {
    try run(
      count: cases.count, from: base, interruption: interruption, of: { cases[$0] }, finished: finished)
  }

  /// The same for cases that are made when their turn comes: of large workspaces only a few are held at a time.
  ///
  /// - Parameter of: the case at a position; `nil`: it is passed over.
  public func run(
    count: Int, from base: PlanDocument?, interruption: PlanInterruption = PlanInterruption(),
    of make: @escaping @Sendable (Int) throws -> ScenarioCase?,
    finished: @escaping @Sendable (Int, PlanOutcome) throws -> Void
  ) throws {
    let next = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        do {
          guard let scenario = try make(index) else { continue }
          let outcome = try scenario.planner.plan(request, folder: folder, similar: base, interruption: interruption)
          try failure.withLock { _ in try finished(index, outcome) }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
