import Compilation
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// What separate code says about an answer before it is given.
struct CounterfactualChecks {
  let answer: CounterfactualAnswer
  let assembler: PlanAssembler

  private var model: QuestionModel { answer.model }

  /// All but `model` must pass.
  func checks(_ bound: Int64?, _ modelAudit: AuditReport) -> [CheckDocument] {
    [asked(), selection(), plan(), certified(bound), modelCheck(modelAudit)].compactMap { $0 }
  }

  /// What the plan that was found does, read off its assignments, against what was asked.
  private func asked() -> CheckDocument {
    let assignments = Dictionary(
      assembler.assignments().map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    let broken = answer.search.questions.filter { !holds($0, assignments) }
    return CheckDocument(
      name: "asked", passed: broken.isEmpty,
      details: broken.isEmpty
        ? ["what was asked holds in the plan found for it"]
        : broken.map {
          "The plan found for it does not keep to the question about \($0.account ?? $0.csm ?? "a rule")."
        })
  }

  private func holds(_ question: CounterfactualQuestion, _ assignments: [String: Assignment]) -> Bool {
    let own = question.account.flatMap { assignments[$0] }
    switch question.kind {
    case .go:
      guard let own, own.csm == question.csm else { return false }
      return own.previous == question.csm || question.period == nil || own.period == question.period
    case .stay: return own.map { ($0.kind == .stay || $0.kind == .cover) && $0.csm == $0.previous } ?? false
    case .without: return assignments.values.allSatisfy { $0.csm != question.csm && $0.cover != question.csm }
    case .cap: return zip(model.whole.meaning.resources, assembler.loads).allSatisfy { isUnderCap(question, $0, $1) }
    case .lift: return true
    }
  }

  private func isUnderCap(_ question: CounterfactualQuestion, _ key: ResourceKey, _ load: Int64) -> Bool {
    guard case .hours(let csm, let period) = key, model.whole.portfolio.csms[Int(csm)].id == question.csm,
      question.period == nil || question.period == Int(period),
      let cap = model.whole.timeline.cap(question, period: Int(period))
    else { return true }
    return load <= cap
  }

  /// On the model under the question, limits of which may be other than those of the policy.
  private func selection() -> CheckDocument {
    let limits = QuestionModel.limits(model.whole, answer.search.questions, answer.search.lifts)
    let limited = model.whole.model.limiting { limits[$0] } ?? model.whole.model
    let report = SelectionChecker(limited).check(answer.selection, claimed: [answer.objective])
    return CheckDocument(
      "selection", report, compared: "limits and objective of the selection, in 128-bit integers")
  }

  /// Against the rules re-derived from the data; they know nothing of a limit that is lifted for the question.
  private func plan() -> CheckDocument? {
    let isFree = model.whole.meaning.resources.contains { key in
      answer.search.lifts.contains { $0.frees(key, model.whole.portfolio) }
    }
    guard !isFree else { return nil }
    let document = assembler.document(
      result: answer.result, periods: model.whole, inputs: answer.search.document.inputs, isBoundUsable: false)
    return CheckDocument(
      "plan", PlanAuditor(model.whole.portfolio).audit(document: document, permitsIdleMoves: true),
      compared: "every assignment, limit, date, sum and book re-derived from the rules")
  }

  private func certified(_ bound: Int64?) -> CheckDocument {
    guard let bound else { return CheckDocument.noBound }
    let value = PointsValue(micropoints: bound)
    guard bound <= answer.result.certifiedBound ?? .min, let proof = answer.result.proof else {
      return CheckDocument.bound(value, AuditReport(), from: "the proof of the plan, which holds for the question too")
    }
    return CheckDocument.bound(
      value, BoundProofChecker(model.model).check(claimed: bound, proof: proof), from: "the proof of the search")
  }

  private func modelCheck(_ audit: AuditReport) -> CheckDocument {
    CheckDocument(
      "model", audit,
      compared: "\(model.whole.model.optionCount) options and \(model.whole.model.resourceCount) resources re-derived")
  }
}
