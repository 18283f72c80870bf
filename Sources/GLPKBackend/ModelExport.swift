package import OptionModel

/// Writes an option model for other solvers, unscaled and with no user text: names are `x_<group>_<index>`,
/// `up_<resource>_<interval>`, `down_<resource>_<interval>`, `choose_<group>` and `r_<resource>`.
///
/// The objective is in points, with all six decimals. A constant is the cost of a column fixed at one, because the
/// formats disagree about the sign of constants. The same model gives the same bytes.
package enum ModelExport {
  /// Free MPS, as read by GLPK, HiGHS, CBC and SCIP. O(size of the model).
  package static func mps(_ model: OptionModel) throws(ModelExportError) -> String {
    MPSWriter(try exported(model)).text()
  }

  /// CPLEX LP. GLPK's reader and others take it; a row with two limits appears as two rows.
  package static func lp(_ model: OptionModel) throws(ModelExportError) -> String {
    LPWriter(try exported(model)).text()
  }

  private static func exported(_ model: OptionModel) throws(ModelExportError) -> NamedFormulation {
    guard model.levelCount == 1 else { throw .severalLevels(count: model.levelCount) }
    do {
      return NamedFormulation(try Formulation(model), model: model)
    } catch {
      switch error {
      case .unreachableLimits(let resource): throw .unreachableLimits(resource: resource)
      }
    }
  }
}

package enum ModelExportError: Error, Sendable, Hashable {
  case severalLevels(count: Int)
  /// No selection brings this resource inside its hard limits, so there is nothing to ask a solver.
  case unreachableLimits(resource: Int)
}
