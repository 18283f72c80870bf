import OptionModel

/// One solve, phase by phase. Lives on the caller's thread; only the board is shared with the backend's.
final class SolveRun {
  let model: OptionModel
  let backend: any MixedIntegerBackend
  let budget: SolveBudget
  let board: SolveBoard
  var statistics = SolveStatistics()
  /// The exact bound and reduced costs of the best multipliers; `nil` before the relaxation is solved.
  var lagrangian: Lagrangian?
  /// What proves the certified bound.
  private(set) var proof: BoundProof?
  private let certify: (BoundProof) -> Int64?
  private let localSearchSeed: UInt64
  /// Above, GLPK's simplex method takes minutes and a tree none of whose nodes is solved proves nothing.
  static let mostOptionsForSimplex = 12_000
  private static let largeShare: Int128 = 12
  /// Neighbourhoods leave out options that would use more than such a part of the gap: blocks are solved sooner.
  private static let neighbourhoodShares: [Int128] = [4, 12, 40]

  init(
    model: OptionModel, backend: any MixedIntegerBackend, budget: SolveBudget, board: SolveBoard,
    certify: @escaping (BoundProof) -> Int64?
  ) {
    self.certify = certify
    self.model = model
    self.backend = backend
    self.budget = budget
    self.board = board
    localSearchSeed = budget.limits.seed
  }

  /// Runs the phases until one of them ends the solve.
  func execute(start: Selection?, preferred: Selection?) -> TerminationReason {
    let attainable = model.attainableLoads()
    let permitted = zip(model.resources, attainable).compactMap { $0.permitted(within: $1) }
    guard permitted.count == model.resourceCount else { return .infeasible }

    let state = construct(start: start, preferred: preferred)
    raiseBound(with: Multipliers(Array(repeating: 0, count: model.resourceCount)), permitted: permitted)
    if let reason = finished {
      certifyBest()
      return reason
    }
    boundByDual(permitted: permitted)
    if let reason = finished { return reason }
    let relaxation = relax(permitted: permitted)
    if let reason = finished { return reason }
    anneal(from: state)
    if let reason = finished { return reason }
    if board.current.selection == nil, let reason = repair(relaxation) { return reason }
    if let reason = finished { return reason }
    if worksTogether { return searchTogether() }
    searchNeighbourhoods(round: 0, until: budget.instant(atShare: 0.65))
    if let reason = finished { return reason }
    return searchTree()
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
      certifiedBound: current.certifiedBound, proof: proof, multipliers: lagrangian?.multipliers,
      termination: termination, statistics: statistics,
      history: board.finish(objective: current.objective, bound: bound))
  }

  // MARK: Phases

  private func construct(start: Selection?, preferred: Selection?) -> SearchState {
    board.enter(.construction)
    for case let selection? in [start, preferred] { board.offer(selection) }
    let weights = PenaltyWeights.initial(for: model)
    let first = start ?? Construction.selection(of: model, weights: weights)
    let state = SearchState(model, start: first, weights: weights)
    return search(from: state, candidates: Candidates(model) { _ in true }) { $0.descend(ejections: 0) }
  }

  /// Multipliers by our own method, which is fast at any size, and the start that its weights suggest.
  private func boundByDual(permitted: [ClosedRange<Int64>]) {
    board.enter(.relaxation)
    let (budget, stop) = (budget, budget.instant(atShare: 0.3))
    var dual = SmoothedDual(model, permitted: permitted) {
      budget.exhausted != nil || stop.map { ContinuousClock.now >= $0 } ?? false
    }
    raiseBound(with: dual.maximise(), permitted: permitted)
    certifyBest()
    let state = SearchState(model, start: dual.rounded, weights: PenaltyWeights.initial(for: model))
    _ = search(from: state, candidates: promisingCandidates()) { $0.descend(ejections: 0) }
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
    if let multipliers = lagrangian?.multipliers { consider(.multipliers(multipliers)) }
  }

  /// Has a proof checked, and keeps it when it shows more than those before.
  func consider(_ candidate: BoundProof) {
    guard let certified = certify(candidate) else { return }
    if certified > board.current.certifiedBound ?? .min || proof == nil { proof = candidate }
    board.raise(certifiedBound: certified)
  }

  private func raiseBound(with multipliers: Multipliers, permitted: [ClosedRange<Int64>]) {
    let found = Lagrangian(model, multipliers: multipliers, permitted: permitted)
    if let lagrangian, lagrangian.scaledBound >= found.scaledBound { return }
    lagrangian = found
    board.raise(bound: found.bound)
  }

  private func anneal(from first: SearchState) {
    board.enter(.localSearch)
    var state = first
    if let best = board.current.selection { state.reset(to: best) }
    let candidates = promisingCandidates()
    let schedule = AnnealingSchedule(model, room: roomPerGroup)
    let steps = min(schedule.steps, budget.limits.workLimit.map { $0 / 4 } ?? .max)
    // Beside a tree annealing gets other turns later; large models live on it.
    let share = worksTogether ? (isLarge ? 0.4 : 0.15) : 0.5
    state = search(from: state, candidates: candidates) { search in
      search.anneal(
        steps: steps, until: budget.instant(atShare: share), from: schedule.first,
        to: schedule.last)
    }
    if let best = board.current.selection { state.reset(to: best) }
    _ = search(from: state, candidates: candidates) {
      $0.descend(ejections: steps / 200, until: budget.instant(atShare: share * 1.15))
    }
  }

  /// Runs local search phases on a state and hands it back.
  func search(
    from state: SearchState, candidates: Candidates, _ body: (inout LocalSearch) -> Void
  ) -> SearchState {
    let board = board
    var search = LocalSearch(
      state: state, candidates: candidates, budget: budget,
      seed: localSearchSeed &+ UInt64(truncatingIfNeeded: statistics.localSearchSteps),
      best: board.current.objective
    ) { selection, _ in board.offer(selection) }
    body(&search)
    statistics.localSearchSteps += search.steps
    return search.state
  }

  func searchNeighbourhoods(round: Int64, until end: ContinuousClock.Instant?) {
    guard let start = board.current.selection else { return }
    board.enter(.neighbourhoods)
    var search = NeighbourhoodSearch(
      model: model, backend: backend, board: board, budget: budget, start: start,
      filters: Self.neighbourhoodShares.map { fixingFilter(share: $0) },
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
    return { lagrangian.canImprove(on: objective, option: $0, share: share) }
  }

  /// In large models nearly every option could still be part of a better selection, and nearly none will be.
  func promisingCandidates() -> Candidates {
    Candidates(model, keeping: fixingFilter(share: isLarge ? Self.largeShare : 1))
  }

  /// For large models with a plan.
  var roomPerGroup: Double? {
    let current = board.current
    guard isLarge, let objective = current.objective, let bound = current.bound else { return nil }
    return (Double(objective) - Double(bound)) / Double(model.groupCount)
  }

  var isLarge: Bool { model.optionCount > Self.mostOptionsForSimplex }
}
