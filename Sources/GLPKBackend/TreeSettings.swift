import CGLPK

/// How GLPK's branch and bound is run. The presolver is always off: with range rows it has returned infeasible
/// points as optimal, and with cover cuts it aborts.
struct TreeSettings: Sendable, Hashable {
  var branching = GLP_BR_DTH
  var backtracking = GLP_BT_BLB
  var gomoryCuts = true
  var roundingCuts = true
  var coverCuts = false
  /// Preprocessing of a node is bound tightening. At the root only, twice as many nodes fit into the time.
  var preprocessing = GLP_PP_ROOT

  func parameters(cuts: Bool) -> glp_iocp {
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.br_tech = branching
    parameters.bt_tech = backtracking
    parameters.pp_tech = preprocessing
    parameters.presolve = GLP_OFF
    parameters.gmi_cuts = cuts && gomoryCuts ? GLP_ON : GLP_OFF
    parameters.mir_cuts = cuts && roundingCuts ? GLP_ON : GLP_OFF
    parameters.cov_cuts = cuts && coverCuts ? GLP_ON : GLP_OFF
    // The default of 1e-7 prunes nodes that are better by a few micropoints.
    parameters.tol_obj = 1e-9
    return parameters
  }
}
