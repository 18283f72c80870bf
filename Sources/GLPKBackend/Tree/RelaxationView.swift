import CGLPK

/// What the optimal basis of a relaxation says about prices.
struct RelaxationView {
  private let problem: OpaquePointer
  private let formulation: TreeFormulation

  init(_ problem: OpaquePointer, _ formulation: TreeFormulation) {
    self.problem = problem
    self.formulation = formulation
  }

  /// What a quantum of each resource row costs, in points.
  var prices: [Double] {
    formulation.resources.indices.map { row in
      -glp_get_row_dual(problem, Int32(formulation.groupRows + row + 1)) * formulation.factors[row]
    }
  }

  /// Of the option columns, in points; zero for basic ones.
  var reducedCosts: [Double] {
    (0..<formulation.optionColumns).map { max(0, glp_get_col_dual(problem, Int32($0 + 1))) }
  }

  func clusters(cutoff: Double) -> Clusters {
    let value = glp_get_obj_val(problem)
    let room = cutoff.isFinite ? max(0, cutoff - value) : 0.01 * (1 + value.magnitude)
    return Clusters(formulation, prices: prices, reducedCosts: reducedCosts, room: room)
  }
}
