import Compilation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// How low and how high each CSM's load can be in plans that cost hardly more than a plan: the load is the objective, the
/// objective a cap.
struct LoadRangeFinder {
  /// Of the objective, per minute.
  private static let rate: Int64 = 1_000_000
  /// Two loads closer than this are the same to a reader.
  private static let tolerance: Int64 = 15

  let compiled: CompiledPlan
  let request: PlanRequest
  let within: Double
  /// Of the relaxation of the plan: with a price for its objective they are nearly those of every range.
  let multipliers: Multipliers

  /// One per CSM with hours after the horizon. All searches together take the time or the work of the request.
  func find(around best: Selection, _ interruption: PlanInterruption) throws -> LoadRangesDocument {
    let limit = AlternativePlanner.limit(objective: compiled.model.objective(of: best), within: within)
    let cap = compiled.model.cap(onLevel: 0, at: limit)
    let began = ContinuousClock.now
    let people = people
    var document = LoadRangesDocument(within: within, ranges: [], unfinished: [])
    // Plans found on the way: the lowest load of one may be near the highest of another.
    var known = [best]
    for (number, person) in people.enumerated() {
      let limits = limits(solvesLeft: 2 * (people.count - number), of: 2 * people.count, since: began)
      guard let limits, !interruption.token.isRequested else {
        document.unfinished.append(person.id)
        continue
      }
      let least = try end(person.resource, isMost: false, cap, limits, &known, interruption)
      let most = try end(person.resource, isMost: true, cap, limits, &known, interruption)
      document.ranges.append(
        LoadRange(
          csm: person.id, planned: compiled.model.loads(of: best)[person.resource], lowest: least.found,
          highest: most.found, atLeast: least.proven, atMost: most.proven))
    }
    return document
  }

  private var people: [(id: String, resource: Int)] {
    let tail = Int16(compiled.portfolio.policy.horizon.periods)
    return compiled.portfolio.csms.indices.compactMap { csm in
      guard compiled.isActive(csm: csm), !compiled.isDeparting(csm: csm),
        let resource = compiled.resource(.hours(csm: Int32(csm), period: tail))
      else { return nil }
      return (compiled.portfolio.csms[csm].id, resource)
    }
  }

  /// `nil` when the time is over.
  private func limits(solvesLeft: Int, of solves: Int, since began: ContinuousClock.Instant) -> SolveLimits? {
    var limits = SolveLimits(request)
    limits.gap = 0
    limits.absoluteGap = Self.tolerance * Self.rate
    if let time = request.timeLimit {
      let left = time - (ContinuousClock.now - began)
      guard left > .zero else { return nil }
      limits.timeLimit = left / solvesLeft
    }
    limits.workLimit = limits.workLimit.map { max(1, $0 / Int64(solves)) }
    return limits
  }

  /// The least or the most that was found, and what is proven about it, in minutes.
  private func end(
    _ resource: Int, isMost: Bool, _ cap: CostCap, _ limits: SolveLimits, _ known: inout [Selection],
    _ interruption: PlanInterruption
  ) throws -> (found: Int64, proven: Int64?) {
    let model = try compiled.model.measuring(resource, isMost: isMost, rate: Self.rate)
    let start = known.min { model.objective(of: $0) < model.objective(of: $1) }
    let result = try CappedSolver(backend: GLPKBackend()).solve(
      model, caps: [cap], limits: limits, start: start, warm: multipliers, interruption: interruption.token)
    if let selection = result.selection { known.append(selection) }
    let objective = [result.objective, start.map(model.objective(of:))].compactMap { $0 }.min() ?? 0
    let proven = result.proof.flatMap { CapProofChecker(model, caps: [cap]).bound(from: $0) }
    let load = objective / Self.rate
    guard isMost else { return (load, proven.map { min(load, Self.roundedUp($0)) }) }
    return (-load, proven.map { max(-load, -Self.roundedUp($0)) })
  }

  /// Loads are whole minutes.
  private static func roundedUp(_ micropoints: Int64) -> Int64 {
    let (quotient, remainder) = micropoints.quotientAndRemainder(dividingBy: rate)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
