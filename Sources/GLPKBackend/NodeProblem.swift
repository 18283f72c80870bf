import CGLPK
import Solving

/// The linear relaxation of one node after the other, each started from the basis of its parent.
struct NodeProblem: ~Copyable {
  /// What simplex said about a node.
  enum Answer {
    case optimal(value: Double)
    /// Infeasible, or no better than the cutoff.
    case pruned
    /// Stopped early; the value is a bound all the same.
    case unfinished(bound: Double)
    case failed
  }

  let problem: GLPKProblem
  let optionCount: Int
  private var excluded: ColumnSet

  init(_ problem: consuming GLPKProblem, optionCount: Int) {
    excluded = ColumnSet(count: optionCount)
    self.optionCount = optionCount
    self.problem = problem
  }

  var pointer: OpaquePointer { problem.pointer }

  /// Fixes what the node excludes and installs its basis.
  mutating func load(_ node: borrowing TreeNode) {
    exclude(exactly: node.excluded)
    install(node.basis)
  }

  mutating func exclude(exactly set: ColumnSet) {
    for column in 0..<optionCount where set.contains(column) != excluded.contains(column) {
      let isOut = set.contains(column)
      glp_set_col_bnds(pointer, Int32(column + 1), isOut ? GLP_FX : GLP_DB, 0, isOut ? 0 : 1)
    }
    excluded = set
  }

  func install(_ basis: [UInt8]) {
    guard !basis.isEmpty else { return glp_std_basis(pointer) }
    for row in 0..<problem.rowCount { glp_set_row_stat(pointer, Int32(row + 1), Int32(basis[row])) }
    for column in 0..<problem.columnCount {
      glp_set_col_stat(pointer, Int32(column + 1), Int32(basis[problem.rowCount + column]))
    }
  }

  func basis() -> [UInt8] {
    (0..<problem.rowCount).map { UInt8(glp_get_row_stat(pointer, Int32($0 + 1))) }
      + (0..<problem.columnCount).map { UInt8(glp_get_col_stat(pointer, Int32($0 + 1))) }
  }

  /// Dual simplex up to the cutoff, and up to a number of iterations where one is given.
  func solve(cutoff: Double, iterations: Int32? = nil, control: BackendControl) -> Answer {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.meth = GLP_DUAL
    parameters.tm_lim = Simplex.sliceMilliseconds
    if cutoff < GLPKProblem.magnitudeLimit { parameters.obj_ul = cutoff }
    if let iterations { parameters.it_lim = iterations }
    for attempt in 0..<600 {
      let code = glp_simplex(pointer, &parameters)
      switch code {
      case 0: return answer(cutoff: cutoff)
      case GLP_EOBJUL, GLP_ENOPFS: return .pruned
      case GLP_EITLIM: return .unfinished(bound: dualBound)
      case GLP_ETMLIM where !control.isOver: continue
      case GLP_ETMLIM: return .unfinished(bound: dualBound)
      default:
        guard attempt == 0 else { return .failed }
        glp_std_basis(pointer)
      }
    }
    return .failed
  }

  /// The objective of a dual feasible basis is a bound.
  private var dualBound: Double {
    glp_get_dual_stat(pointer) == GLP_FEAS ? glp_get_obj_val(pointer) : -.infinity
  }

  private func answer(cutoff: Double) -> Answer {
    switch glp_get_status(pointer) {
    case GLP_OPT:
      let value = glp_get_obj_val(pointer)
      return value >= cutoff ? .pruned : .optimal(value: value)
    case GLP_NOFEAS: return .pruned
    default: return .failed
    }
  }
}
