import Compilation
import GLPKBackend
package import OptionModel

/// The file formats in which the exact model can be handed to any other solver.
public enum ModelFormat: String, Sendable, CaseIterable {
  case mps, lp
}

/// The model as a text, or why there is none.
public enum ModelText: Sendable {
  case model(String)
  case conflict([String])
}

extension Planner {
  /// The option model of the portfolio; `nil` where some account has no option.
  package func optionModel() throws -> OptionModel? {
    if case .plan(let compiled) = try CompiledOutcome(portfolio) { compiled.model } else { nil }
  }

  /// The exact model, objective in points, any constant as a column fixed at 1. No name of an account or a person is
  /// in it.
  public func modelText(_ format: ModelFormat) throws -> ModelText {
    switch try CompiledOutcome(portfolio) {
    case .conflict(let reasons): return .conflict(reasons)
    case .plan(let compiled):
      return .model(try format == .mps ? ModelExport.mps(compiled.model) : ModelExport.lp(compiled.model))
    }
  }
}
