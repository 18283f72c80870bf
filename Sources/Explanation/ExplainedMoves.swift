package import PlanDocument

/// What is said about the moves of a plan.
package struct ExplainedMoves: Sendable {
  /// One per account that changes hands, in order of account.
  package var moves: [MoveExplanation] = []
  package var bundles: [MoveBundle] = []
  /// By group: the cheapest other receiver, for the list of handoffs; absent where there is none.
  package var runnersUp: [Int: Alternative] = [:]
}
