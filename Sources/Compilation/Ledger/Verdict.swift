package import Portfolio

/// An option that the policy forbids, and the rule that does.
package struct Verdict: Sendable, Hashable {
  package let option: PlannedOption
  package let rule: RuleID
  /// A short clause for a reader: `Dana Lee does not cover EMEA`.
  package let reason: String
}
