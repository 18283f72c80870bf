/// One thing that is not as the formulation says: what, where, what was expected and what was found.
package struct AuditFinding: Sendable, Hashable {
  /// What the finding is about: `account A17`, `hours/ANN/2`, `gap`.
  package let subject: String
  /// Raw value of the rule that is broken; `nil` where it is no rule of the policy.
  package let rule: String?
  package let expected: String
  package let found: String
  /// A sentence that names the subject.
  package let message: String

  package init(
    _ subject: String, rule: String? = nil, expected: some CustomStringConvertible,
    found: some CustomStringConvertible, _ message: String
  ) {
    self.subject = subject
    self.rule = rule
    self.expected = expected.description
    self.found = found.description
    self.message = message
  }
}
