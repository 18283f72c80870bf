import CGLPK
import Solving

/// The dual simplex method, in slices short enough to notice a deadline or an interruption.
enum Simplex {
  static let sliceMilliseconds: Int32 = 100

  /// Solves from the basis of slacks, which is dual feasible because every cost is at least zero.
  static func solve(_ problem: borrowing GLPKProblem, control: BackendControl) -> BackendStatus {
    glp_std_basis(problem.pointer)
    return reoptimise(problem, control: control)
  }

  /// Goes on from the basis the problem has.
  static func reoptimise(_ problem: borrowing GLPKProblem, control: BackendControl) -> BackendStatus {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.meth = GLP_DUALP
    parameters.tm_lim = sliceMilliseconds
    while true {
      let code = glp_simplex(problem.pointer, &parameters)
      let status = TerminationTable.relaxation(code: code, status: glp_get_status(problem.pointer))
      guard status == .timeLimit else { return status }
      if control.interruption.isRequested { return .interrupted }
      if control.isOver { return .timeLimit }
    }
  }
}
