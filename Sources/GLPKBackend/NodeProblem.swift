import CGLPK
import Solving

/// The linear relaxation of one node after the other, each started from the basis of its parent.
///
/// Rows of aggregates follow those of the formulation and of its cuts, in the order in which they were first wanted.
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

  private(set) var problem: GLPKProblem
  let optionColumns: Int
  /// Rows before those of aggregates.
  let fixedRows: Int
  private var excluded: ColumnSet
  private var limited: [Int] = []

  init(_ problem: consuming GLPKProblem, optionColumns: Int) {
    excluded = ColumnSet(count: optionColumns)
    self.optionColumns = optionColumns
    fixedRows = problem.rowCount
    self.problem = problem
  }

  var pointer: OpaquePointer { problem.pointer }
  var rowCount: Int { problem.rowCount }

  func row(ofAggregate aggregate: Int) -> Int { fixedRows + aggregate }

  /// Adds the rows of aggregates that are not yet here.
  mutating func add(_ aggregates: [Aggregate]) throws(GLPKError) {
    for aggregate in aggregates.dropFirst(problem.rowCount - fixedRows) {
      try problem.addRow(columns: aggregate.columns, values: aggregate.columns.map { _ in 1 })
    }
  }

  /// Fixes what the node rules out and installs its basis.
  mutating func load(_ node: borrowing TreeNode) {
    restrict(to: node.excluded, limits: node.limits)
    install(node.basis)
  }

  mutating func restrict(to set: ColumnSet, limits: [AggregateLimit]) {
    exclude(exactly: set)
    for aggregate in limited { glp_set_row_bnds(pointer, Int32(row(ofAggregate: aggregate) + 1), GLP_FR, 0, 0) }
    limited = limits.map(\.aggregate)
    for limit in limits {
      let (least, most) = (limit.least.map { Double($0.count) }, limit.most.map { Double($0.count) })
      let kind =
        least == nil ? GLP_UP : most == nil ? GLP_LO : least == most ? GLP_FX : GLP_DB
      glp_set_row_bnds(pointer, Int32(row(ofAggregate: limit.aggregate) + 1), kind, least ?? 0, most ?? 0)
    }
  }

  private mutating func exclude(exactly set: ColumnSet) {
    for column in 0..<optionColumns where set.contains(column) != excluded.contains(column) {
      let isOut = set.contains(column)
      glp_set_col_bnds(pointer, Int32(column + 1), isOut ? GLP_FX : GLP_DB, 0, isOut ? 0 : 1)
    }
    excluded = set
  }

  /// Rows that are newer than the basis become basic.
  func install(_ basis: Basis) {
    guard !basis.isEmpty else { return glp_std_basis(pointer) }
    for row in 0..<problem.rowCount {
      glp_set_row_stat(pointer, Int32(row + 1), row < basis.rows.count ? Int32(basis.rows[row]) : GLP_BS)
    }
    for column in 0..<problem.columnCount {
      glp_set_col_stat(pointer, Int32(column + 1), Int32(basis.columns[column]))
    }
  }

  /// Charges what was solved since the last charge.
  mutating func charge(to work: SimplexWork) { work.charge(&problem) }

  func basis() -> Basis {
    Basis(
      rows: (0..<problem.rowCount).map { UInt8(glp_get_row_stat(pointer, Int32($0 + 1))) },
      columns: (0..<problem.columnCount).map { UInt8(glp_get_col_stat(pointer, Int32($0 + 1))) })
  }

  /// Dual simplex up to the cutoff, and up to a number of iterations where one is given.
  func solve(cutoff: Double, iterations: Int32? = nil, control: BackendControl) -> Answer {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.meth = GLP_DUAL
    parameters.it_lim = iterations ?? Simplex.iterationsPerSlice(of: problem)
    if cutoff < GLPKProblem.magnitudeLimit { parameters.obj_ul = cutoff }
    for attempt in 0..<600 {
      let code = glp_simplex(pointer, &parameters)
      switch code {
      case 0: return answer(cutoff: cutoff)
      case GLP_EOBJUL, GLP_ENOPFS: return .pruned
      case GLP_EITLIM where iterations == nil && !control.isOver: continue
      case GLP_EITLIM: return .unfinished(bound: dualBound)
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
