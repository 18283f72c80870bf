import CGLPK
import Solving

/// The dual simplex method, in slices short enough to notice a deadline or an interruption.
///
/// A slice is a number of iterations, not a time: where GLPK resumes it may take another path, and a slow or busy machine
/// must come to the same vertex.
enum Simplex {
  /// An iteration passes over the matrix about once, at some 10^8 entries a second.
  private static let entriesPerSlice = 10_000_000

  static func iterationsPerSlice(of problem: borrowing GLPKProblem) -> Int32 {
    Int32(max(50, entriesPerSlice / (1 + problem.size)))
  }

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
    parameters.it_lim = iterationsPerSlice(of: problem)
    while true {
      let code = glp_simplex(problem.pointer, &parameters)
      let status = TerminationTable.relaxation(code: code, status: glp_get_status(problem.pointer))
      guard status == .timeLimit else { return status }
      if control.interruption.isRequested { return .interrupted }
      if control.isOver { return .timeLimit }
    }
  }
}
