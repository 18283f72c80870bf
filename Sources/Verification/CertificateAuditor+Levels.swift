import OptionModel
package import PlanDocument
import Portfolio

extension CertificateAuditor {
  /// Finds certified bounds of levels that their weights and multipliers do not prove of the model that follows from the
  /// portfolio. Multipliers of unknown resources prove nothing.
  package func auditLevels(document: PlanDocument) -> AuditReport {
    let levels = document.levels ?? []
    guard levels.contains(where: { $0.certifiedBound != nil }) else { return AuditReport() }
    var report = AuditReport()
    guard let rederived = try? RederivedModel(rules, priorities: rules.policy.priorities) else {
      report.require("levels", expected: true, found: false, "The portfolio gives no well-formed model.")
      return report
    }
    let names = rederived.meaning.resources.map(rules.name(of:))
    let checker = LevelProofChecker(rederived.model)
    let objectives = levels.map(\.objective.micropoints)
    for (number, level) in levels.enumerated() {
      guard let claimed = level.certifiedBound?.micropoints else { continue }
      let values = Dictionary(
        level.multipliers.map { ($0.resource, $0.value) }, uniquingKeysWith: { first, _ in first })
      let proof = CapProof(
        weight: level.weights.last ?? 0, capWeights: Array(level.weights.dropLast()),
        multipliers: Multipliers(names.map { values[$0] ?? 0 }))
      let exact = checker.bound(from: proof, level: number, objectives: objectives)
      guard claimed > exact ?? .min else { continue }
      report.findings.append(
        AuditFinding(
          "certified bound of level \(level.name)", expected: exact.map { "\($0)" } ?? "a proof", found: claimed,
          "The multipliers of the level do not prove its certified bound."))
    }
    return report
  }
}
