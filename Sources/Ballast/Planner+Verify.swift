public import PlanDocument
import Portfolio
import Verification

extension Planner {
  /// Checks a plan without the search and the compiler that made it, also one edited by hand: every assignment, limit,
  /// date, sum and book against the rules, and the certified bound, recomputed in exact integers from the portfolio and
  /// the multipliers in the plan.
  public func verify(_ document: PlanDocument) -> VerificationSummary {
    VerificationSummary(checks: [planCheck(document), boundCheck(document)])
  }

  func planCheck(_ document: PlanDocument) -> CheckDocument {
    CheckDocument(
      "plan", PlanAuditor(portfolio).audit(document: document),
      compared: "every assignment, limit, date, sum and book re-derived from the rules")
  }

  private func boundCheck(_ document: PlanDocument) -> CheckDocument {
    guard let certified = document.certifiedBound else { return CheckDocument.noBound }
    return CheckDocument.bound(certified, CertificateAuditor(portfolio).audit(document: document))
  }
}

extension CheckDocument {
  /// `compared` says what was held against what, where nothing is wrong.
  init(_ name: String, _ report: AuditReport, compared: String) {
    self.init(
      name: name, passed: report.passed,
      details: report.passed ? [compared] : report.findings.map { "\($0.subject): \($0.message)" })
  }

  static let noBound = CheckDocument(name: "certified bound", passed: true, details: ["the plan claims none"])

  static func bound(_ certified: PointsValue, _ report: AuditReport) -> CheckDocument {
    let hours = (certified.points.hours * 10).rounded() / 10
    return CheckDocument(
      "certified bound", report, compared: "\(hours) h, recomputed in exact integers from the multipliers")
  }
}
