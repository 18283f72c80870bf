package import OptionModel

extension BoundProofChecker {
  /// Finds fault with a bound that the proof does not show. A smaller one is weaker, not wrong.
  package func check(claimed: Int64, proof: BoundProof) -> AuditReport {
    let exact = bound(from: proof)
    switch exact {
    case .bound(let value) where claimed <= value: return AuditReport()
    case .infeasible: return AuditReport()
    case .bound, .unusable:
      return AuditReport(findings: [
        AuditFinding("bound", expected: "\(exact)", found: claimed, "The proof does not show the bound \(claimed).")
      ])
    }
  }
}
