public import PlanDocument

/// What came of a request for a plan.
public enum PlanOutcome: Sendable {
  /// A plan that passed every independent check, and the proof of its certified bound where the plan names one.
  case planned(PlanDocument, proof: ProofDocument?)
  /// The rules cannot all hold: what collides, one sentence each.
  case conflict([String])
  /// The search ended without a plan.
  case noPlan(Termination.Reason)
  /// A plan was found, but a check rejects it: it is withheld.
  case rejected([String])
}
