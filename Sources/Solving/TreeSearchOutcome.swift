package import OptionModel

/// What branch and bound found, in micropoints.
package struct TreeSearchOutcome: Sendable {
  package var status: BackendStatus
  /// The best selection, the incumbent included; feasible in exact integers.
  package var selection: Selection?
  package var objective: Int64?
  /// A lower bound the backend claims, its tolerance subtracted and rounded down.
  package var bound: Int64?
  package var nodes: Int
  /// What simplex has passed over, in thousands of entries of the matrix: in proportion to the time it takes.
  package var work: Int64

  package init(
    status: BackendStatus, selection: Selection? = nil, objective: Int64? = nil, bound: Int64? = nil,
    nodes: Int = 0, work: Int64 = 0
  ) {
    self.status = status
    self.selection = selection
    self.objective = objective
    self.bound = bound
    self.nodes = nodes
    self.work = work
  }
}
