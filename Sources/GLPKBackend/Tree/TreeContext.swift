import Solving

/// What all workers of one tree share.
struct TreeContext: Sendable {
  let run: TreeRun
  let formulation: TreeFormulation
  let reader: LeafReader
  let aggregates = AggregateRegistry()
  let aggregateFinder: AggregateFinder?
  let shared = SharedTree()

  /// The rows of the active cuts, for a problem of one's own.
  let cutRows: [Cut]

  init(run: TreeRun, reader: LeafReader, cutRows: [Cut], clusters: Clusters) {
    self.run = run
    self.reader = reader
    self.cutRows = cutRows
    formulation = reader.formulation
    aggregateFinder = run.request.cuts.isEmpty ? nil : AggregateFinder(formulation, clusters: clusters)
  }
}
