package import OptionModel

/// A branch-and-bound run: where it starts and when it stops.
package struct TreeSearchRequest: Sendable {
  package var control: BackendControl
  /// A feasible selection that the tree prunes with.
  package var incumbent: Selection?
  /// Reproducible budgets, in nodes and in the units of `TreeSearchOutcome.work`; `nil` means none.
  package var nodeLimit: Int?
  package var workLimit: Int64?
  /// Its gap and absolute gap stop the tree; the other limits are not read.
  package var limits: SolveLimits
  /// Cuts to spend time on at the root: worth it for a proof, not for a small neighbourhood.
  package var cuts: CutFamilies
  /// Whether to end with the root and small trees around its relaxation: for better selections, not for a bound.
  package var looksAround = false
  /// Which options may still matter; with it the tree keeps a proof of its bound in `proof`.
  package var fixing: OptionFixing?
  package let proof = ProofInProgress()
  /// Threads that explore nodes. With one the search is reproducible under a limit of nodes or of work.
  package var workers = 1
  /// The objective of the best selection known elsewhere by now: what is no better need not be found.
  package var cutoff: (@Sendable () -> Int64?)?
  /// Called on the backend's thread at every better selection and when the bound rose.
  package var report: (@Sendable (TreeSearchReport) -> Void)?

  package init(
    control: BackendControl, incumbent: Selection? = nil, nodeLimit: Int? = nil, workLimit: Int64? = nil,
    limits: SolveLimits = SolveLimits(), cuts: CutFamilies = [],
    report: (@Sendable (TreeSearchReport) -> Void)? = nil
  ) {
    self.control = control
    self.incumbent = incumbent
    self.nodeLimit = nodeLimit
    self.workLimit = workLimit
    self.limits = limits
    self.cuts = cuts
    self.report = report
  }
}

/// News from a running tree, in micropoints.
package struct TreeSearchReport: Sendable {
  /// A selection better than all before, feasible in exact integers, with its exact objective.
  package var improvement: (selection: Selection, objective: Int64)?
  package var bound: Int64?
  package var nodes: Int

  package init(improvement: (selection: Selection, objective: Int64)?, bound: Int64?, nodes: Int) {
    self.improvement = improvement
    self.bound = bound
    self.nodes = nodes
  }
}
