public import PlanDocument

/// What came of a question about a plan.
public enum AnswerOutcome: Sendable {
  /// Checked, whatever it says.
  case answered(CounterfactualDocument)
  /// An answer was found, but a check rejects it: it is withheld.
  case rejected([String])
}
