import CGLPK
import OptionModel
import Solving

/// One linear relaxation, on the thread that `GLPKThread` gives it.
struct RelaxationRun: Sendable {
  let model: OptionModel
  let control: BackendControl

  func run() -> LinearRelaxation {
    do {
      let formulation = try Formulation(model)
      let factors = ScaledProblem.rowFactors(of: formulation)
      var problem = GLPKProblem()
      try ScaledProblem.load(formulation, factors: factors, into: &problem)
      let status = Simplex.solve(problem, control: control)
      guard status == .optimal else { return LinearRelaxation(status: status) }
      return LinearRelaxation(
        status: status, multipliers: multipliers(of: problem, formulation: formulation, factors: factors),
        value: glp_get_obj_val(problem.pointer))
    } catch let error as GLPKError {
      return LinearRelaxation(status: .failed("formulation: \(error)"))
    } catch {
      return LinearRelaxation(status: .infeasible)
    }
  }

  /// A row's dual is the price of one more scaled unit of load, so the multiplier is its negative, unscaled.
  private func multipliers(
    of problem: borrowing GLPKProblem, formulation: Formulation, factors: [Double]
  ) -> Multipliers {
    var values: [Int64] = []
    for (resource, row) in formulation.resourceRows.enumerated() {
      var dual = 0.0
      if let row { dual = -glp_get_row_dual(problem.pointer, Int32(row + 1)) * factors[row] }
      values.append(
        formulation.multiplierRanges[resource].rounded(dual * ScaledProblem.micropointsPerPoint))
    }
    return Multipliers(values)
  }
}
