package import OptionModel

/// Finds a good selection of an option model and proves how good it is.
///
/// Own construction and local search first, so that there is a plan early; the smoothed dual for multipliers, the
/// certified bound and a start for the search; on models of moderate size the backend's linear relaxation. Then
/// annealing, block by block on all processors where a model is large, neighbourhoods solved by the backend, and branch
/// and bound on what reduced-cost fixing leaves: at the same time on two threads under a time limit, in turns under a work
/// limit. Every selection handed out is feasible in exact integers.
///
/// `infeasible` is claimed when a resource cannot come inside its limits whatever is chosen (exact), when
/// multipliers prove in exact integers that some limit must break (exact), or when the backend says so in floating
/// point and local search, too, has found nothing (not a proof).
package struct Solver: Sendable {
  private let backend: any MixedIntegerBackend
  private let improved: (@Sendable (Selection) -> Void)?

  /// - Parameter improved: called with every selection that is better than all before, on several threads.
  package init(backend: any MixedIntegerBackend, improved: (@Sendable (Selection) -> Void)? = nil) {
    self.backend = backend
    self.improved = improved
  }

  /// Solves a model with one level.
  ///
  /// - Parameters:
  ///   - start: a selection to begin from, feasible or not.
  ///   - preferred: the option of each group that changes nothing. Groups go back to it at the end wherever that
  ///     alone is feasible and does not raise the objective.
  ///   - warm: multipliers of a solve of a similar model, one per resource: they save most of the relaxation's work.
  ///   - certify: the bound in micropoints that a proof shows, by the caller's own exact checker; called on several
  ///     threads, never at the same time.
  ///   - progress: called on several threads, never at the same time: at every improvement, and twice a second anyway. The
  ///     last call has the phase `finished`.
  package func solve(
    _ model: OptionModel, limits: SolveLimits = SolveLimits(), start: Selection? = nil,
    preferred: Selection? = nil, warm: Multipliers? = nil,
    certify: @escaping @Sendable (BoundProof) -> Int64? = { _ in nil },
    interruption: Interruption = Interruption(), progress: (@Sendable (SolveProgress) -> Void)? = nil
  ) throws(SolvingError) -> SolveResult {
    try SolvingInput.check(model, selections: [start, preferred])
    let tally = SolveTally()
    let budget = SolveBudget(limits: limits, interruption: interruption, tally: tally)
    let reduction = Reduction(model) { budget.exhausted != nil }
    let solved = reduction?.model ?? model
    let (start, preferred) = reduction.map { ($0.reduced(start), $0.reduced(preferred)) } ?? (start, preferred)
    let improved = reduction?.improved(improved) ?? improved
    let run = SolveRun(
      model: solved, backend: backend, budget: budget,
      board: SolveBoard(model: solved, improved: improved, progress: progress, tally: tally),
      certify: { proof in certify(reduction?.whole(proof) ?? proof) })
    let termination = run.execute(start: start, preferred: preferred, warm: warm)
    let result = run.result(termination: termination, preferred: preferred)
    return reduction?.whole(result) ?? result
  }
}
