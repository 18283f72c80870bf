import PlanDocument
import Portfolio

/// What a published plan binds: the part that has begun goes on, the part that was announced has a price.
extension AgreementResolver {
  /// Returns the accounts whose handoff has begun.
  func addPublished(to result: inout ResolvedAgreements) -> Set<String> {
    guard let published = sources.published else { return [] }
    let decided = Set(sources.decisions.map(\.account))
    var begun: Set<String> = []
    var overtaken: [String] = []
    for handoff in published.handoffs {
      switch standing(of: handoff) {
      case .agreement(let agreement) where agreement.kind == .begun:
        begun.insert(handoff.account)
        result.agreements.append(agreement)
      case .agreement(let agreement):
        if !decided.contains(handoff.account) { result.agreements.append(agreement) }
      case .done: break
      case .overtaken: overtaken.append(handoff.account)
      }
    }
    // Answers outlive the plan that they were given to.
    result.agreements += (published.agreements ?? []).filter {
      lasts($0) && !decided.contains($0.account) && !begun.contains($0.account)
    }
    if !overtaken.isEmpty { result.issues.append(overtakenIssue(overtaken)) }
    return begun
  }

  private enum Standing {
    case agreement(Agreement)
    case done
    /// The data say something else by now.
    case overtaken
  }

  private func standing(of handoff: HandoffDocument) -> Standing {
    guard let account = accounts[handoff.account], let receiver = csms[handoff.to] else { return .overtaken }
    var agreement = Agreement(
      account: handoff.account, kind: handoff.announce <= portfolio.asOf ? .announced : .proposed,
      move: Agreement.Move(handoff.kind), csm: handoff.to, moment: handoff.moment, start: handoff.start,
      effective: handoff.effective)
    if account.csmID == handoff.to, handoff.kind != .cover { return .done }
    guard isActive(receiver), account.csmID == handoff.from, handoff.start < horizonEnd else { return .overtaken }
    guard handoff.start < portfolio.asOf else { return .agreement(agreement) }
    switch handoff.kind {
    case .handoff:
      agreement.kind = .begun
      // Responsibility that should have passed already passes today.
      agreement.effective = max(handoff.effective, portfolio.asOf)
    case .assign:
      agreement.kind = .accepted
      agreement.start = portfolio.asOf
    case .cover:
      let leave = account.csmID.flatMap { csms[$0]?.leave }
      guard let leave, leave.end >= portfolio.asOf else { return .done }
      agreement.kind = .accepted
    case .stay, .unassigned: return .overtaken
    }
    return .agreement(agreement)
  }

  private func isActive(_ csm: CSM) -> Bool { csm.active && (csm.lastDay ?? portfolio.asOf) >= portfolio.asOf }

  private func lasts(_ agreement: Agreement) -> Bool {
    guard accounts[agreement.account] != nil, agreement.csm.map({ csms[$0] != nil }) ?? true else { return false }
    switch agreement.kind {
    case .refused, .directed: return true
    case .deferred: return agreement.until.map { $0 > portfolio.asOf } ?? false
    case .accepted, .begun, .announced, .proposed: return false
    }
  }

  private func overtakenIssue(_ accounts: [String]) -> ValidationIssue {
    let named =
      accounts.prefix(5).joined(separator: ", ") + (accounts.count > 5 ? " and \(accounts.count - 5) more" : "")
    let noun = accounts.count == 1 ? "move" : "moves"
    return ValidationIssue(
      .warning, .data, file: publishedFile,
      message: "\(accounts.count) published \(noun) no longer fit the data and are planned anew: \(named).",
      advice: "Maybe the CSM, the account or the incumbent has changed since.")
  }
}
