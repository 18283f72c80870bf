import PlanDocument
import Portfolio

/// What people had agreed on before the plan was made, and what it costs, in one sentence each.
struct AgreementText {
  let context: ReportContext

  /// What was announced or merely proposed binds nobody by itself, and is left out.
  var sentences: [(account: String, text: String)] {
    let document = context.document
    let costs = Dictionary(
      (document.agreementCosts ?? []).map { ("\($0.account) \($0.kind.rawValue)", $0) },
      uniquingKeysWith: { first, _ in first })
    return (document.agreements ?? []).compactMap { agreement in
      guard let what = what(agreement) else { return nil }
      let said = [agreement.by, agreement.reason].compactMap { $0 }.joined(separator: ": ")
      let cost = costs["\(agreement.account) \(agreement.kind.rawValue)"].map { " " + words($0) } ?? ""
      return (context.accountName(agreement.account), what + (said.isEmpty ? "." : " (\(said)).") + cost)
    }
  }

  private func what(_ agreement: Agreement) -> String? {
    let csm = agreement.csm.map { context.csmName($0) } ?? "nobody"
    switch agreement.kind {
    case .begun: return "the handoff to \(csm) has begun and goes on"
    case .accepted: return agreement.move == .stay ? "staying was accepted" : "the move to \(csm) was accepted"
    case .refused: return "\(csm) was rejected"
    case .deferred: return "deferred until \(agreement.until?.description ?? "later")"
    case .directed: return "ends with \(csm), as asked for"
    case .announced, .proposed: return nil
    }
  }

  private func words(_ cost: AgreementCost) -> String {
    let most = cost.extraAtMost.map { ", at most \(NumberText.hours($0))" } ?? ""
    guard cost.extra.micropoints > 0 else { return "Costs nothing that the search without it could find\(most)." }
    let other = cost.otherwiseCSM.map { "go to \(context.csmName($0))" } ?? "stay as it is"
    return "Costs \(NumberText.hours(cost.extra))\(most); without this answer the account would \(other)."
  }
}
