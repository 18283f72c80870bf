import CGLPK
import OptionModel
import Solving

/// What happens between GLPK's nodes: stopping, injecting the incumbent, taking solutions out.
///
/// Used by the one thread that runs the tree. GLPK does not announce solutions of its own heuristics, so its MIP
/// status is polled at every call.
final class TreeCallback {
  private let run: TreeRun
  private let formulation: Formulation
  private let factors: [Double]
  private let problem: OpaquePointer
  private var isInjected = false
  private var polledValue = Double.infinity
  private var rejectedSolution = false
  private(set) var nodes = 0
  private(set) var stop: TreeStop?

  init(run: TreeRun, formulation: Formulation, factors: [Double], problem: OpaquePointer) {
    self.run = run
    self.formulation = formulation
    self.factors = factors
    self.problem = problem
  }

  func handle(_ tree: OpaquePointer) {
    updateCounts(tree)
    poll()
    if stop == nil { stop = reasonToStop }
    if stop != nil {
      glp_ios_terminate(tree)
    } else if glp_ios_reason(tree) == GLP_IHEUR {
      inject(into: tree)
    }
  }

  /// Takes GLPK's incumbent when it changed: rounded, then checked and priced in exact integers.
  func poll() {
    let status = glp_mip_status(problem)
    guard status == GLP_FEAS || status == GLP_OPT else { return }
    let value = glp_mip_obj_val(problem)
    guard value < polledValue else { return }
    polledValue = value
    guard let selection = roundedSelection(), run.model.violations(of: selection).isEmpty else {
      rejectedSolution = true
      return
    }
    let objective = run.model.objective(of: selection)
    if run.progress.offer(selection, objective: objective) {
      report(improvement: (selection, objective))
    }
  }

  /// An infeasible tree is believed only when no solution was seen, not even one that failed our check; an optimal
  /// one only when the exact objective is what GLPK thinks it is.
  func honest(_ status: BackendStatus) -> BackendStatus {
    let current = run.progress.current
    switch status {
    case .infeasible where current.selection != nil || rejectedSolution:
      return .failed("glp_intopt: claims to be infeasible against a solution")
    case .optimal:
      guard let objective = current.objective else { return .failed("glp_intopt: inexact solution") }
      return isClose(objective) ? .optimal : .failed("glp_intopt: inexact solution")
    default: return status
    }
  }

  private func isClose(_ objective: Int64) -> Bool {
    guard let bound = ClaimedBound.micropoints(glp_mip_obj_val(problem)) else { return false }
    let slack = 2 * ClaimedBound.tolerance * (Double(objective.magnitude) + ScaledProblem.micropointsPerPoint)
    return Double(objective) - Double(bound) <= slack + 1
  }

  private func updateCounts(_ tree: OpaquePointer) {
    var active: Int32 = 0
    var current: Int32 = 0
    var total: Int32 = 0
    glp_ios_tree_size(tree, &active, &current, &total)
    nodes = Int(total)
    let before = run.progress.current.bound
    run.progress.raise(bound: bestBound(tree), nodes: nodes)
    if run.progress.current.bound != before { report(improvement: nil) }
  }

  /// No better than GLPK's own incumbent, which may have pruned nodes.
  private func bestBound(_ tree: OpaquePointer) -> Int64? {
    let node = glp_ios_best_node(tree)
    guard node != 0 else { return nil }
    let open = glp_ios_node_bound(tree, node)
    guard open.magnitude < GLPKProblem.magnitudeLimit else { return nil }
    let status = glp_mip_status(problem)
    let hasIncumbent = status == GLP_FEAS || status == GLP_OPT
    return ClaimedBound.micropoints(hasIncumbent ? min(open, glp_mip_obj_val(problem)) : open)
  }

  private var reasonToStop: TreeStop? {
    if run.request.control.interruption.isRequested { return .interruption }
    if run.request.control.isOver { return .deadline }
    if let limit = run.request.nodeLimit, nodes > limit { return .nodes }
    let current = run.progress.current
    guard let objective = current.objective, let bound = current.bound else { return nil }
    return Gap.isReached(objective: objective, bound: bound, limits: run.request.limits) ? .gap : nil
  }

  private func report(improvement: (selection: Selection, objective: Int64)?) {
    run.request.report?(
      TreeSearchReport(improvement: improvement, bound: run.progress.current.bound, nodes: nodes))
  }

  private func roundedSelection() -> Selection? {
    var chosen = [Int32](repeating: -1, count: run.model.groupCount)
    for group in 0..<run.model.groupCount {
      for option in run.model.options(ofGroup: group)
      where glp_mip_col_val(problem, Int32(option + 1)).rounded() == 1 {
        if chosen[group] >= 0 { return nil }
        chosen[group] = Int32(option)
      }
    }
    return chosen.contains(-1) ? nil : Selection(chosen)
  }

  /// Hands over the incumbent once; GLPK takes it only when it is better than its own.
  private func inject(into tree: OpaquePointer) {
    guard !isInjected else { return }
    isInjected = true
    guard let selection = run.request.incumbent, run.model.violations(of: selection).isEmpty else { return }
    let values = ColumnValues.of(selection, model: run.model, formulation: formulation, factors: factors)
    _ = glp_ios_heur_sol(tree, [0] + values)
  }
}
