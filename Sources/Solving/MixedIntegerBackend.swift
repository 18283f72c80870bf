package import OptionModel

/// A linear and mixed-integer solver for option models with one level.
///
/// Calls are synchronous and independent; every selection handed out is feasible in exact integers. An
/// implementation returns soon after the deadline or the interruption of its control.
package protocol MixedIntegerBackend: Sendable {
  /// Solves the linear relaxation.
  func relax(_ model: OptionModel, control: BackendControl) -> LinearRelaxation

  /// Branch and bound from an optional incumbent.
  func search(_ model: OptionModel, request: TreeSearchRequest) -> TreeSearchOutcome
}
