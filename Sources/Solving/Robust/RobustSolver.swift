package import OptionModel

/// The best robust plan of a solve and what is known about it.
package struct RobustResult: Sendable {
  /// Of the model without surprises, which permits all that is robust: its proof holds for robust plans too. Selection,
  /// objective, claimed bound and termination are those of the robust search.
  package var result: SolveResult
  /// How many limits for certain surprises were written, and in how many rounds.
  package var rowCount: Int
  package var rounds: Int
}

/// Finds a robust selection: limits hold with the `count` largest surprises, see `RobustLimits`.
///
/// A limit for every possible set of surprises would be too many; so they are written when a plan breaks them. Each round
/// solves the model with the limits so far, which permits more than is robust, so that its bound holds; the plan it finds is
/// robust or breaks a limit that is written next (lazily generated rows: Bertsimas and Sim 2004; M. Fischetti and M. Monaci,
/// "Cutting plane versus compact formulations for uncertain (integer) linear programs", Mathematical Programming
/// Computation 4, 2012). Rounds that permit less than is robust, with a threshold at the smallest of the surprises that
/// count, find plans on the way.
package struct RobustSolver: Sendable {
  /// Of the limits: the model without surprises; then of what is left: one round.
  private static let shareWithoutSurprises = 0.35
  private static let shareOfRound = 0.3
  private static let mostRounds = 200

  private let backend: any MixedIntegerBackend
  private let robust: RobustLimits

  package init(_ robust: RobustLimits, backend: any MixedIntegerBackend) {
    self.robust = robust
    self.backend = backend
  }

  package func solve(
    _ model: OptionModel, limits: SolveLimits = SolveLimits(), start: Selection? = nil, preferred: Selection? = nil,
    warm: Multipliers? = nil, certify: @escaping @Sendable (BoundProof) -> Int64? = { _ in nil },
    interruption: Interruption = Interruption(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws -> RobustResult {
    let shares = SolveShares(limits)
    var first = limits.share(Self.shareWithoutSurprises)
    (first.gap, first.absoluteGap) = (limits.gap / 2, limits.absoluteGap / 2)
    let best = RobustBest(model, robust)
    let nominal = try solver(best).solve(
      model, limits: first, start: start, preferred: preferred, warm: warm, certify: certify,
      interruption: interruption, progress: progress)
    var search = RobustSearch(model: model, robust: robust, best: best, nominal: nominal, limits: limits)
    guard let selection = nominal.selection, !search.isDone(after: nominal, isExact: true) else {
      return search.finished(nominal.termination)
    }
    var latest = selection
    while search.rounds < Self.mostRounds, !interruption.isRequested,
      let share = shares.next(Self.shareOfRound, spent: search.work)
    {
      let isExact = search.prepare(latest)
      let round = try RobustModel(model, robust, search.rows(isExact: isExact)).model
      let result = try solver(best).solve(
        round, limits: share, start: best.current?.selection ?? latest, preferred: preferred,
        warm: nominal.multipliers.map { $0.extended(to: round.resourceCount) }, interruption: interruption)
      if search.isDone(after: result, isExact: isExact) { break }
      if isExact, let found = result.selection { latest = found }
    }
    return search.finished(interruption.isRequested ? .interrupted : shares.reason(spent: search.work))
  }

  /// A solver that keeps every robust plan it comes across.
  private func solver(_ best: RobustBest) -> Solver {
    Solver(backend: backend) { best.offer($0) }
  }
}

extension Multipliers {
  /// With zeros for further resources.
  fileprivate func extended(to count: Int) -> Multipliers {
    Multipliers(values + Array(repeating: 0, count: max(0, count - values.count)))
  }
}

/// Shares the limits of a solve among its rounds.
private struct SolveShares {
  private let limits: SolveLimits
  private let began = ContinuousClock.now

  init(_ limits: SolveLimits) { self.limits = limits }

  /// A part of what is left; `nil` when nothing is.
  func next(_ part: Double, spent: Int64) -> SolveLimits? {
    var share = limits
    if let limit = limits.timeLimit {
      let left = limit - (ContinuousClock.now - began)
      guard left > .milliseconds(20) else { return nil }
      share.timeLimit = left * part
    }
    if let limit = limits.workLimit {
      guard limit > spent else { return nil }
      share.workLimit = max(1, Int64(Double(limit - spent) * part))
    }
    return share
  }

  func reason(spent: Int64) -> TerminationReason {
    if let limit = limits.workLimit, spent >= limit { return .workLimit }
    return limits.timeLimit == nil ? .workLimit : .timeLimit
  }
}
