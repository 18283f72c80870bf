import CGLPK
import Solving

/// The one place where GLPK's return codes and statuses become ours. Total: every pair has an answer.
enum TerminationTable {
  /// `glp_simplex` without presolver: return code and `glp_get_status`.
  static func relaxation(code: Int32, status: Int32) -> BackendStatus {
    switch code {
    case 0: return status == GLP_OPT ? .optimal : unfinishedRelaxation(status)
    case GLP_EITLIM: return .timeLimit
    case GLP_ENOPFS, GLP_ENOFEAS: return .infeasible
    default: return .failed("glp_simplex: \(name(ofCode: code))")
    }
  }

  /// Costs and interval slopes are at least zero, so an unbounded relaxation is a fault, never an answer.
  private static func unfinishedRelaxation(_ status: Int32) -> BackendStatus {
    switch status {
    case GLP_NOFEAS: .infeasible
    case GLP_UNBND: .failed("glp_simplex: unbounded")
    case GLP_FEAS, GLP_INFEAS, GLP_UNDEF: .failed("glp_simplex: ended without an answer")
    default: .failed("glp_simplex: unknown status \(status)")
    }
  }

  static func name(ofCode code: Int32) -> String {
    switch code {
    case GLP_EBADB: "invalid basis"
    case GLP_ESING: "singular matrix"
    case GLP_ECOND: "ill-conditioned matrix"
    case GLP_EBOUND: "invalid bounds"
    case GLP_EFAIL: "solver failed"
    case GLP_EOBJLL: "objective lower limit reached"
    case GLP_EOBJUL: "objective upper limit reached"
    case GLP_EITLIM: "iteration limit exceeded"
    case GLP_ETMLIM: "time limit exceeded"
    case GLP_ENOPFS: "no primal feasible solution"
    case GLP_ENODFS: "no dual feasible solution"
    case GLP_EROOT: "root optimum not provided"
    case GLP_ESTOP: "terminated by application"
    case GLP_EMIPGAP: "gap reached"
    case GLP_ENOFEAS: "no feasible solution"
    case GLP_ENOCVG: "no convergence"
    case GLP_EINSTAB: "numerical instability"
    case GLP_EDATA: "invalid data"
    case GLP_ERANGE: "result out of range"
    default: "code \(code)"
    }
  }
}

/// Why a tree ended early.
enum TreeStop: Hashable, CaseIterable {
  case gap
  /// Of the limit of nodes or of work.
  case work
  case deadline
  case interruption

  var status: BackendStatus {
    switch self {
    case .gap: .gapReached
    case .work: .workLimit
    case .deadline: .timeLimit
    case .interruption: .interrupted
    }
  }
}
