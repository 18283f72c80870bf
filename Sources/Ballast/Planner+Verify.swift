import Compilation
import OptionModel
public import PlanDocument
import Portfolio
import Verification

extension Planner {
  /// Checks a plan without the search that made it, also one edited by hand: the plan against the rules, the model
  /// against the domain, the certified bound recomputed in exact integers from the multipliers in the plan.
  public func verify(_ document: PlanDocument) throws -> VerificationSummary {
    let audit = PlanAuditor(portfolio).audit(document: document)
    var checks = [check("plan", audit, "every assignment, limit, date, sum and book re-derived from the rules")]
    let compiled: CompiledPlan
    do {
      compiled = try PlanCompiler(portfolio).compile()
    } catch let conflict as CompilationConflict {
      checks.append(.init(name: "model", passed: false, details: portfolio.sentences(about: conflict)))
      return VerificationSummary(checks: checks)
    }
    let modelAudit = ModelAuditor(portfolio).audit(model: compiled.model, meaning: compiled.meaning)
    checks.append(check("model", modelAudit, "options, costs, consumptions and limits re-derived, none missing"))
    checks.append(boundCheck(document, compiled))
    return VerificationSummary(checks: checks)
  }

  private func check(_ name: String, _ report: AuditReport, _ compared: String) -> VerificationSummary.Check {
    .init(
      name: name, passed: report.passed,
      details: report.passed ? [compared] : report.findings.map { "\($0.subject): \($0.message)" })
  }

  private func boundCheck(_ document: PlanDocument, _ compiled: CompiledPlan) -> VerificationSummary.Check {
    let name = "certified bound"
    guard let claimed = document.certifiedBound else {
      return .init(name: name, passed: true, details: ["the plan claims no certified bound"])
    }
    guard let multipliers = multipliers(of: document, compiled) else {
      return .init(name: name, passed: false, details: ["a multiplier names a resource that the model does not have"])
    }
    let exact = BoundChecker(compiled.model).bound(from: multipliers).micropoints
    let agrees = exact == claimed.micropoints
    let found = exact.map { "\(Double($0) / Double(Points.scale)) points" } ?? "no bound"
    return .init(
      name: name, passed: agrees,
      details: [
        agrees ? "recomputed in exact integers: \(found)" : "the multipliers prove \(found), the plan claims another"
      ])
  }

  private func multipliers(of document: PlanDocument, _ compiled: CompiledPlan) -> Multipliers? {
    let names = ResourceNames(portfolio: portfolio)
    var indices: [String: Int] = [:]
    for (index, key) in compiled.meaning.resources.enumerated() { indices[names.name(of: key)] = index }
    var values = [Int64](repeating: 0, count: compiled.model.resourceCount)
    for multiplier in document.multipliers {
      guard let index = indices[multiplier.resource] else { return nil }
      values[index] = multiplier.value
    }
    return Multipliers(values)
  }
}
