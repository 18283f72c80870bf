public import PlanDocument
import Portfolio
import Verification

extension Planner {
  /// Checks a plan without the search and the compiler that made it, also one edited by hand: every assignment, limit,
  /// date, sum and book against the rules, and the certified bound, recomputed in exact integers from the portfolio and
  /// the multipliers in the plan.
  public func verify(_ document: PlanDocument) -> VerificationSummary {
    let audit = PlanAuditor(portfolio).audit(document: document)
    return VerificationSummary(checks: [
      check("plan", audit, "every assignment, limit, date, sum and book re-derived from the rules"),
      boundCheck(document),
    ])
  }

  private func check(_ name: String, _ report: AuditReport, _ compared: String) -> VerificationSummary.Check {
    .init(
      name: name, passed: report.passed,
      details: report.passed ? [compared] : report.findings.map { "\($0.subject): \($0.message)" })
  }

  private func boundCheck(_ document: PlanDocument) -> VerificationSummary.Check {
    guard let certified = document.certifiedBound else {
      return .init(name: "certified bound", passed: true, details: ["the plan claims none"])
    }
    let report = CertificateAuditor(portfolio).audit(document: document)
    let hours = (certified.points.hours * 10).rounded() / 10
    return check("certified bound", report, "\(hours) h, recomputed in exact integers from the multipliers")
  }
}
