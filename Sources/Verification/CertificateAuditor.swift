import OptionModel
package import PlanDocument
package import Portfolio

/// Proves the certified bound of a plan from the portfolio and the multipliers in the document, without the compiled
/// model. It derives every option, so that it takes as long as a full model audit.
package struct CertificateAuditor: Sendable {
  private let rules: Rederivation

  package init(_ portfolio: Portfolio) { rules = Rederivation(portfolio) }

  /// What the multipliers of the document prove; `nil` when the formulation gives no well-formed model.
  package func bound(of document: PlanDocument) -> ExactBound? {
    guard let rederived = try? RederivedModel(rules) else { return nil }
    let values = document.multipliers.reduce(into: [String: Int64]()) { $0[$1.resource] = $1.value }
    let multipliers = Multipliers(rederived.resources.map { values[rules.name(of: $0)] ?? 0 })
    return BoundChecker(rederived.model).bound(from: multipliers)
  }

  /// Finds a certified bound that the multipliers do not prove. Multipliers of unknown resources prove nothing.
  package func audit(document: PlanDocument) -> AuditReport {
    var report = AuditReport()
    guard let claimed = document.certifiedBound?.micropoints else { return report }
    switch bound(of: document) {
    case .bound(let exact) where claimed <= exact: break
    case .infeasible: break
    case let other:
      report.findings.append(
        AuditFinding(
          "certified bound", expected: other.map { "\($0)" } ?? "a well-formed model", found: claimed,
          "The multipliers of the plan do not prove its certified bound."))
    }
    return report
  }
}
