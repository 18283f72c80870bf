import PlanDocument
import Solving

extension SearchMoment {
  init(_ progress: SolveProgress) {
    self.init(
      seconds: (progress.seconds * 1000).rounded() / 1000, phase: SearchPhase(progress.phase),
      objective: progress.objective.map(PointsValue.init(micropoints:)),
      bound: progress.bound.map(PointsValue.init(micropoints:)),
      certifiedBound: progress.certifiedBound.map(PointsValue.init(micropoints:)))
  }
}

extension SearchCounts {
  init(_ counts: SolveTally.Counts) {
    self.init(blocks: counts.blocks, moves: counts.moves, nodes: counts.nodes)
  }
}

extension SearchPhase {
  init(_ phase: SolveProgress.Phase) {
    self =
      switch phase {
      case .construction: .construction
      case .relaxation: .relaxation
      case .localSearch: .localSearch
      case .neighbourhoods: .neighbourhoods
      case .branchAndBound: .branchAndBound
      case .finished: .finished
      }
  }
}

extension SearchDocument {
  /// - Parameter isBoundUsable: `false` where a check rejects the bounds of the plan: then none is shown anywhere.
  init?(_ result: SolveResult, isBoundUsable: Bool) {
    guard let last = result.history.last else { return nil }
    var moments = result.history.map { SearchMoment($0) }
    if !isBoundUsable {
      for index in moments.indices { (moments[index].bound, moments[index].certifiedBound) = (nil, nil) }
    }
    self.init(
      seconds: moments.last?.seconds ?? 0, counts: SearchCounts(last.counts), history: SearchHistory(moments))
  }
}
