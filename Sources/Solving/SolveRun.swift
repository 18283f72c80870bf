import OptionModel

/// One solve, phase by phase. Lives on the caller's thread; only the board is shared with the backend's.
final class SolveRun {
  let model: OptionModel
  let backend: any MixedIntegerBackend
  let budget: SolveBudget
  let board: SolveBoard
  /// Where objectives can lie.
  let grid: ObjectiveGrid
  var statistics = SolveStatistics()
  /// The exact bound and reduced costs of the best multipliers; `nil` before the relaxation is solved.
  var lagrangian: Lagrangian?
  let certification: Certification
  /// What the relaxation suggests group by group; need not be feasible.
  private(set) var suggestion: Selection?
  /// Penalties that limits which stay broken needed in earlier runs of annealing, by resource.
  var stubborn: [Int: Double] = [:]
  /// Of annealing, as measured in the last run: says how warm a run of so many seconds may begin.
  var stepsPerSecond = 5e6
  /// What annealing a large model block by block gains, and annealing the whole.
  var largeTurns = ShapeBandit(count: 2)
  /// The blocks by ties; not to be asked for before there are multipliers.
  lazy var ties = tiePartition()
  var hasSearchedTies = false
  /// The objective at the end of the last look around the relaxation.
  var lookedAround: Int64?
  var canLookAround = true
  /// Above, GLPK's simplex method takes minutes and a tree none of whose nodes is solved proves nothing.
  static let mostOptionsForSimplex = 12_000

  init(
    model: OptionModel, backend: any MixedIntegerBackend, budget: SolveBudget, board: SolveBoard,
    certify: @escaping @Sendable (BoundProof) -> Int64?
  ) {
    certification = Certification(board: board, certify: certify)
    self.model = model
    grid = ObjectiveGrid(model)
    self.backend = backend
    self.budget = budget
    self.board = board
  }

  /// Runs the phases until one of them ends the solve.
  func execute(start: Selection?, preferred: Selection?, warm: Multipliers?) -> TerminationReason {
    let attainable = model.attainableLoads()
    let permitted = zip(model.resources, attainable).compactMap { $0.permitted(within: $1) }
    guard permitted.count == model.resourceCount else { return .infeasible }

    construct(start: start, preferred: preferred)
    raiseBound(with: Multipliers(Array(repeating: 0, count: model.resourceCount)), permitted: permitted)
    if let reason = finished {
      certifyBest()
      return reason
    }
    boundByDual(permitted: permitted, warm: warm)
    if let reason = finished { return reason }
    let relaxation = relax(permitted: permitted)
    if let reason = finished { return reason }
    anneal()
    if let reason = finished { return reason }
    if board.current.selection == nil, let reason = repair(relaxation) { return reason }
    if let reason = finished { return reason }
    if worksTogether { return searchTogether() }
    searchNeighbourhoods(round: 0, until: budget.instant(atShare: 0.65))
    if let reason = finished { return reason }
    searchNearby()
    if let reason = finished { return reason }
    return searchBlocks() ?? searchTree()
  }

  /// Why the solve can end now; `nil` while there is something left to do.
  var finished: TerminationReason? {
    let current = board.current
    if let objective = current.objective {
      if let bound = current.bound, bound >= objective { return .optimal }
      let bound = budget.limits.certified ? current.certifiedBound : current.bound
      if let bound, Gap.isReached(objective: objective, bound: bound, limits: budget.limits) {
        return .gapReached
      }
    }
    return budget.exhausted
  }

  /// The final plan after the way back to what was preferred, with everything known about it.
  func result(termination: TerminationReason, preferred: Selection?) -> SolveResult {
    var current = board.close()
    if let selection = current.selection, let preferred {
      let final = PreferredPass.apply(to: selection, of: model, preferred: preferred)
      current.selection = final
      current.objective = model.objective(of: final)
    }
    statistics.seconds = budget.seconds
    statistics.work = budget.work
    let bound = current.bound.map { min($0, current.objective ?? .max) }
    return SolveResult(
      selection: current.selection, objective: current.objective, bound: bound,
      certifiedBound: current.certifiedBound, proof: certification.proof, multipliers: lagrangian?.multipliers,
      termination: termination, statistics: statistics,
      history: board.finish(objective: current.objective, bound: bound))
  }

  // MARK: Phases

  private func construct(start: Selection?, preferred: Selection?) {
    board.enter(.construction)
    for case let selection? in [start, preferred] { board.offer(selection) }
    let budget = budget
    let first = Construction.selection(of: model) { budget.exhausted != nil }
    suggestion = first
    guard !board.offer(first) else { return }
    let cautious = Construction.selection(of: model, order: .cautious) { budget.exhausted != nil }
    for selection in [cautious, first] { offerMended(selection, until: budget.instant(afterShare: 0.05)) }
  }

  /// Multipliers by our own method, which is fast at any size, and the start that its weights suggest.
  private func boundByDual(permitted: [ClosedRange<Int64>], warm: Multipliers?) {
    board.enter(.relaxation)
    let (budget, stop) = (budget, budget.instant(atShare: 0.3))
    var dual = SmoothedDual(model, permitted: permitted, start: warm) {
      budget.exhausted != nil || stop.map { ContinuousClock.now >= $0 } ?? false
    }
    raiseBound(with: dual.maximise(), permitted: permitted)
    certifyBest()
    suggestion = dual.rounded
    offerMended(dual.rounded, until: budget.instant(afterShare: 0.1))
  }

  /// The backend's linear relaxation, exact up to its tolerances, where it can be had in reasonable time.
  private func relax(permitted: [ClosedRange<Int64>]) -> LinearRelaxation {
    guard model.optionCount <= Self.mostOptionsForSimplex else { return LinearRelaxation(status: .timeLimit) }
    board.enter(.relaxation)
    let relaxation = backend.relax(model, control: budget.control(untilShare: 0.3))
    note(relaxation.status)
    if let multipliers = relaxation.multipliers { raiseBound(with: multipliers, permitted: permitted) }
    certifyBest()
    return relaxation
  }

  /// Has the best multipliers so far recomputed by whoever certifies.
  private func certifyBest() {
    if let multipliers = lagrangian?.multipliers { certification.consider(.multipliers(multipliers)) }
  }

  private func raiseBound(with multipliers: Multipliers, permitted: [ClosedRange<Int64>]) {
    let found = Lagrangian(model, multipliers: multipliers, permitted: permitted)
    if let lagrangian, lagrangian.scaledBound >= found.scaledBound { return }
    lagrangian = found
    board.raise(bound: found.bound)
  }

  private func anneal() {
    guard let start = suggestion ?? board.current.selection else { return }
    let end = budget.instant(atShare: shareUntilAnnealed)
    if hasManyPlaces, anneal(from: start, warmth: 0.1, steps: stepsOfFirstRun, until: budget.instant(afterShare: 0.1)) {
      annealBlocks(until: end)
    } else {
      anneal(from: start, warmth: 1, steps: stepsPerRun, until: end)
    }
  }

  /// Of the time. Beside trees annealing gets other turns later; large models live on it, unless trees can work on parts.
  private var shareUntilAnnealed: Double {
    guard worksTogether else { return 0.5 }
    guard isLarge else { return 0.25 }
    return ties != nil || hasPartsOfGap || mayFallApart ? 0.1 : 0.4
  }

  func searchNeighbourhoods(round: Int64, until end: ContinuousClock.Instant?) {
    guard let start = board.current.selection else { return }
    board.enter(.neighbourhoods)
    var search = NeighbourhoodSearch(
      candidates(including: start), backend: backend, board: board, budget: budget, start: start,
      seed: budget.limits.seed &+ 77 &+ UInt64(round))
    let work = budget.limits.workLimit.map { budget.work + ($0 - budget.work) / 2 }
    search.run(until: end, workUntil: work)
    statistics.neighbourhoods += search.tried
    statistics.improvedNeighbourhoods += search.improved
    statistics.nodes += search.nodes
    if let failure = search.failure { statistics.backendFailures.append(failure) }
  }

  // MARK: Helpers

  func note(_ status: BackendStatus) {
    if case .failed(let reason) = status { statistics.backendFailures.append(reason) }
  }

  /// Reduced-cost fixing: keeps the options of selections that can be strictly better than the incumbent.
  func fixingFilter(share: Int128 = 1) -> (Int) -> Bool {
    guard let lagrangian, let objective = board.current.objective else { return { _ in true } }
    let cutoff = grid.cutoff(below: objective)
    return { lagrangian.canImprove(on: cutoff, option: $0, share: share) }
  }

  var isLarge: Bool { model.optionCount > Self.mostOptionsForSimplex }

  /// Whether annealing block by block beats annealing the whole: large models of few groups, such as weeks, have few
  /// places that could be improved apart.
  var hasManyPlaces: Bool { isLarge && model.groupCount > Self.fewestGroupsForBlocks }

  private static let fewestGroupsForBlocks = 5_000
}
