import PlanDocument
import Portfolio

/// Levels: those of the policy, with the charges of their rules, and bounds that fit them. What the multipliers of a level
/// prove is the business of `CertificateAuditor`.
extension PlanAuditor {
  func checkLevels(_ plan: RederivedEvaluation, _ document: PlanDocument, _ report: inout AuditReport) {
    let expected = rules.policy.priorities.levels
    let found = document.levels ?? []
    report.require(
      "levels", expected: expected.map(\.name), found: found.map(\.name), "The levels are not those of the policy.")
    for (level, claimed) in zip(expected, found) {
      let subject = "level \(level.name)"
      report.require(
        subject, expected: level.rules.map(\.rawValue), found: claimed.rules,
        "The rules of the level are not those of the policy.")
      let objective = level.rules.reduce(Int128(0)) { $0 + (plan.objectiveByRule[$1] ?? 0) }
      report.require(
        subject, expected: objective, found: Int128(claimed.objective.micropoints),
        "The objective of the level is not the one recomputed, in micropoints.")
      check(claimed, subject, &report)
    }
  }

  private func check(_ level: LevelDocument, _ subject: String, _ report: inout AuditReport) {
    let objective = level.objective.micropoints
    for (bound, gap) in [(level.bound, level.gap), (level.certifiedBound, level.certifiedGap)] {
      guard let bound = bound?.micropoints else {
        report.require(subject, expected: nil, found: gap, "There is a gap without a bound.")
        continue
      }
      let difference = Double(Int128(objective) - Int128(bound))
      let expected = difference / max(1_000_000, Double(objective.magnitude))
      let isRight = gap.map { abs($0 - expected) <= 1e-12 * max(1, expected) } ?? false
      report.require(subject, expected: true, found: bound <= objective, "A bound of the level is above its objective.")
      report.require(subject, expected: true, found: isRight, "A gap of the level is wrong.")
    }
    if let certified = level.certifiedBound?.micropoints {
      report.require(
        subject, expected: true, found: certified <= level.bound?.micropoints ?? .min,
        "The certified bound of the level is above the one claimed.")
    }
  }
}
