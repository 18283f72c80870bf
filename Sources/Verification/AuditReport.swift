/// The outcome of a check: what is wrong, and what was recomputed on the way.
package struct AuditReport: Sendable, Hashable {
  package var findings: [AuditFinding]
  /// The objective as recomputed, in micropoints; `nil` when it could not be.
  package var objective: Int64?
  /// The same by raw value of the rule, without zeros.
  package var objectiveByRule: [String: Int64]

  package init(findings: [AuditFinding] = [], objective: Int64? = nil, objectiveByRule: [String: Int64] = [:]) {
    self.findings = findings
    self.objective = objective
    self.objectiveByRule = objectiveByRule
  }

  package var passed: Bool { findings.isEmpty }

  /// Adds a finding when the two differ.
  mutating func require<Value: Equatable & CustomStringConvertible>(
    _ subject: String, rule: String? = nil, expected: Value, found: Value, _ message: String
  ) {
    guard expected != found else { return }
    findings.append(AuditFinding(subject, rule: rule, expected: expected, found: found, message))
  }

  /// Adds a finding when the two differ; an absent value reads `none`.
  mutating func require<Value: Equatable & CustomStringConvertible>(
    _ subject: String, rule: String? = nil, expected: Value?, found: Value?, _ message: String
  ) {
    guard expected != found else { return }
    findings.append(
      AuditFinding(
        subject, rule: rule, expected: expected?.description ?? "none", found: found?.description ?? "none",
        message))
  }
}
