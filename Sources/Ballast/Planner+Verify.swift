public import PlanDocument
import Portfolio
import Verification

extension Planner {
  /// Checks a plan without the search and the compiler that made it, also one edited by hand: every assignment, limit,
  /// date, sum and book against the rules, and the certified bound, recomputed in exact integers from the portfolio and
  /// the multipliers in the plan, or the proof it names.
  ///
  /// - Parameter readingProof: gives the bytes of the file of that name in the folder of the plan; called at most once.
  public func verify(
    _ document: PlanDocument, readingProof: (_ name: String) throws -> [UInt8]
  ) -> VerificationSummary {
    let planner = agreed(document)
    return VerificationSummary(checks: [planner.planCheck(document), planner.boundCheck(document, readingProof)])
  }

  func planCheck(_ document: PlanDocument) -> CheckDocument {
    CheckDocument(
      "plan", PlanAuditor(portfolio).audit(document: document),
      compared: "every assignment, limit, date, sum and book re-derived from the rules")
  }

  /// The bounds of levels, each from its weights and multipliers and from levels derived anew.
  func levelCheck(_ document: PlanDocument) -> CheckDocument {
    let count = document.levels?.count { $0.certifiedBound != nil } ?? 0
    guard count > 0 else { return CheckDocument.noBound }
    return CheckDocument(
      CheckDocument.boundName, CertificateAuditor(portfolio).auditLevels(document: document),
      compared: "of \(count) levels, recomputed in exact integers from weights and multipliers")
  }

  func boundCheck(_ document: PlanDocument, _ readingProof: (String) throws -> [UInt8]) -> CheckDocument {
    if document.levels != nil { return levelCheck(document) }
    guard let certified = document.certifiedBound else { return CheckDocument.noBound }
    guard let reference = document.proof else {
      return CheckDocument.bound(
        certified, CertificateAuditor(portfolio).audit(document: document), from: "multipliers")
    }
    do throws(ProofFault) {
      let proof = try reference.document(readingProof)
      let report = CertificateAuditor(portfolio).audit(document: document, proof: proof)
      return CheckDocument.bound(certified, report, from: reference.contents)
    } catch {
      return CheckDocument(name: CheckDocument.boundName, passed: false, details: [error.message])
    }
  }
}

extension CheckDocument {
  /// `compared` says what was held against what, where nothing is wrong.
  init(_ name: String, _ report: AuditReport, compared: String) {
    self.init(
      name: name, passed: report.passed,
      details: report.passed ? [compared] : report.findings.map { "\($0.subject): \($0.message)" })
  }

  fileprivate static let boundName = "certified bound"

  static let noBound = CheckDocument(name: boundName, passed: true, details: ["the plan claims none"])

  /// `source` says what the bound was recomputed from.
  static func bound(_ certified: PointsValue, _ report: AuditReport, from source: String) -> CheckDocument {
    let hours = (certified.points.hours * 10).rounded() / 10
    return CheckDocument(boundName, report, compared: "\(hours) h, recomputed in exact integers from \(source)")
  }
}
