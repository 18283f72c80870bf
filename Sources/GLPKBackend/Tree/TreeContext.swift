import Solving

/// What all workers of one tree share.
struct TreeContext: Sendable {
  let run: TreeRun
  let formulation: TreeFormulation
  let reader: LeafReader
  let aggregates = AggregateRegistry()
  let aggregateFinder: AggregateFinder?
  let shared = SharedTree()

  init(run: TreeRun, formulation: TreeFormulation, pool: [ProvenCut], active: [Int], clusters: Clusters) {
    self.run = run
    self.formulation = formulation
    reader = LeafReader(formulation: formulation, pool: pool, active: active)
    aggregateFinder = run.request.cuts ? AggregateFinder(formulation, clusters: clusters) : nil
  }

  /// The rows of the cuts, for a problem of one's own.
  var cutRows: [Cut] { reader.active.map { reader.pool[$0].row } }
}
