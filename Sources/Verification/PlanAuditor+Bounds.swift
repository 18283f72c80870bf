import PlanDocument
import Portfolio

/// Bounds and gaps. Whether a bound is proved is the business of `BoundChecker`.
extension PlanAuditor {
  func checkBounds(_ document: PlanDocument, _ report: inout AuditReport) {
    let (bound, certified) = (document.bound?.micropoints, document.certifiedBound?.micropoints)
    let objective = document.objective.micropoints
    requireAtMost("bound", objective, bound, "The bound is above the objective.", &report)
    requireAtMost(
      "certified bound", objective, certified, "The certified bound is above the objective.", &report)
    if let certified {
      requireAtMost(
        "certified bound", bound ?? .min, certified, "The certified bound is above the one claimed.", &report)
    }
    checkGap("gap", bound, document.gap, document.absoluteGap, document, &report)
    checkGap(
      "certified gap", certified, document.certifiedGap, document.certifiedAbsoluteGap, document, &report)
  }

  private func requireAtMost(
    _ subject: String, _ limit: Int64, _ value: Int64?, _ message: String, _ report: inout AuditReport
  ) {
    guard let value, value > limit else { return }
    report.findings.append(AuditFinding(subject, expected: "at most \(limit)", found: value, message))
  }

  /// gap = (objective - bound) / |objective|; a gap belongs to a bound, and a bound has a gap of some kind.
  private func checkGap(
    _ subject: String, _ bound: Int64?, _ gap: Double?, _ absolute: PointsValue?, _ document: PlanDocument,
    _ report: inout AuditReport
  ) {
    guard let bound else {
      report.require(subject, expected: nil, found: gap, "There is a gap without a bound.")
      report.require(subject, expected: nil, found: absolute?.micropoints, "There is a gap without a bound.")
      return
    }
    let objective = document.objective.micropoints
    let difference = Int128(objective) - Int128(bound)
    if let absolute {
      report.require(
        subject, expected: difference, found: Int128(absolute.micropoints), "The absolute gap is wrong.")
    }
    guard let gap else {
      let known = objective == 0 || absolute != nil
      report.require(subject, expected: true, found: known, "The bound has no gap.")
      return
    }
    let expected = objective == 0 ? 0 : Double(difference) / Double(objective.magnitude)
    // One part in 10^12 forgives another order of floating-point operations, and nothing else.
    if !(abs(gap - expected) <= 1e-12 * max(1, abs(expected))) || (objective == 0 && difference != 0) {
      report.findings.append(AuditFinding(subject, expected: expected, found: gap, "The gap is wrong."))
    }
  }
}
