import OptionModel
package import PlanDocument
package import Portfolio

/// Proves the certified bound of a plan from the portfolio and the multipliers in the document, or the proof beside it,
/// without the compiled model. It derives every option, so that it takes as long as a full model audit.
package struct CertificateAuditor: Sendable {
  let rules: Rederivation

  package init(_ portfolio: Portfolio) { rules = Rederivation(portfolio) }

  /// What the multipliers of the document prove; `nil` when the formulation gives no well-formed model.
  package func bound(of document: PlanDocument) -> ExactBound? {
    guard let rederived = try? RederivedModel(rules) else { return nil }
    let values = document.multipliers.reduce(into: [String: Int64]()) { $0[$1.resource] = $1.value }
    let multipliers = Multipliers(rederived.meaning.resources.map { values[rules.name(of: $0)] ?? 0 })
    return BoundChecker(rederived.model).bound(from: multipliers)
  }

  /// Finds a certified bound that the multipliers do not prove. Multipliers of unknown resources prove nothing.
  package func audit(document: PlanDocument) -> AuditReport {
    guard let claimed = document.certifiedBound?.micropoints else { return AuditReport() }
    let exact = bound(of: document)
    return report(
      claimed, exact, exact.map { "\($0)" }, "The multipliers of the plan do not prove its certified bound.")
  }

  /// Finds a certified bound that a proof does not show, and a proof of another model.
  package func audit(document: PlanDocument, proof: ProofDocument) -> AuditReport {
    guard let claimed = document.certifiedBound?.micropoints else { return AuditReport() }
    guard let rederived = try? RederivedModel(rules) else {
      return report(claimed, nil, nil, "The portfolio gives no well-formed model.")
    }
    do {
      let names = rederived.meaning.resources.map(rules.name(of:))
      guard let exact = try proof.bound(on: rederived.model, rederived.meaning, resourceNames: names) else {
        return report(
          claimed, nil, "a proof of the model that follows from the portfolio",
          "The proof is about another model: the data or the policy have changed, or another version made it.")
      }
      return report(
        claimed, exact, "\(exact)", "The proof does not show the certified bound of the plan: \(exact.words).")
    } catch {
      return report(
        claimed, nil, "a \(error.noun)",
        "The proof names \(error.noun) \(error.number), which the model does not have or which is out of order.")
    }
  }

  /// Without limits that can be kept there is no plan at all, and every bound holds.
  private func report(_ claimed: Int64, _ exact: ExactBound?, _ expected: String?, _ message: String) -> AuditReport {
    switch exact {
    case .bound(let value) where claimed <= value: return AuditReport()
    case .infeasible: return AuditReport()
    default:
      let finding = AuditFinding(
        "certified bound", expected: expected ?? "a well-formed model", found: claimed, message)
      return AuditReport(findings: [finding])
    }
  }
}

extension ExactBound {
  /// What was found instead.
  fileprivate var words: String {
    switch self {
    case .bound(let value): "it shows \(value) micropoints"
    case .infeasible: "there is no plan at all"
    case .unusable(let reason): "it is not well formed (\(reason))"
    }
  }
}
