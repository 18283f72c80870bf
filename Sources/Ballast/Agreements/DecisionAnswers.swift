import PlanDocument
import Portfolio

/// What an answer means for the plan: needs to know what it is an answer to.
struct DecisionAnswers {
  struct Fault: Error {
    let message: String
    let advice: String
  }

  fileprivate struct Proposal {
    var move: Agreement.Move
    var csm: String?
    var moment: String?
    var start: CalendarDate?
    var effective: CalendarDate?
  }

  private let resolver: AgreementResolver
  private let handoffs: [String: HandoffDocument]
  /// What earlier rounds have agreed on, by account: a row that stays in the file keeps its meaning.
  private let earlier: [String: [Agreement]]

  init(_ resolver: AgreementResolver) {
    self.resolver = resolver
    let reviewed = resolver.sources.reviewed ?? resolver.sources.published
    handoffs = Dictionary((reviewed?.handoffs ?? []).map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    earlier = Dictionary(grouping: reviewed?.agreements ?? [], by: \.account)
  }

  private var hasPlan: Bool { resolver.sources.reviewed != nil || resolver.sources.published != nil }

  func agreements(for decision: Decision) -> Result<[Agreement], Fault> {
    let proposal = proposal(decision)
    switch decision.answer {
    case .accept: return accepted(decision, proposal)
    case .reject: return rejected(decision, proposal)
    case .defer:
      let until = decision.until ?? resolver.horizonEnd
      return .success([agreement(decision, .deferred) { $0.until = until }])
    }
  }

  private func accepted(_ decision: Decision, _ proposal: Proposal?) -> Result<[Agreement], Fault> {
    if let csm = decision.csm, csm != proposal?.csm {
      return .success([agreement(decision, .directed) { $0.csm = csm }])
    }
    guard let proposal else {
      guard hasPlan else { return .failure(nothingProposed(decision, "accepted")) }
      return .success([agreement(decision, .accepted) { $0.move = .stay }])
    }
    if let start = proposal.start, start >= resolver.horizonEnd {
      let message = "The accepted move of \(decision.account) starts on \(start), after the horizon."
      return .failure(Fault(message: message, advice: "Maybe lengthen the horizon, or take the row out."))
    }
    return .success([committed(decision, proposal)])
  }

  /// A handoff whose first day has passed goes on; any other move that should have taken place does so now.
  private func committed(_ decision: Decision, _ proposal: Proposal) -> Agreement {
    let asOf = resolver.portfolio.asOf
    return agreement(decision, .accepted) {
      ($0.move, $0.csm, $0.moment) = (proposal.move, proposal.csm, proposal.moment)
      ($0.start, $0.effective) = (proposal.start, proposal.effective)
      guard let start = proposal.start, start < asOf else { return }
      if proposal.move == .handoff, let effective = proposal.effective {
        $0.kind = .begun
        $0.effective = max(effective, asOf)
      } else {
        $0.start = asOf
      }
    }
  }

  private func rejected(_ decision: Decision, _ proposal: Proposal?) -> Result<[Agreement], Fault> {
    var agreements: [Agreement] = []
    if let csm = proposal?.csm { agreements.append(agreement(decision, .refused) { $0.csm = csm }) }
    if let csm = decision.csm {
      guard csm != proposal?.csm else {
        let message = "\(decision.account) is refused to the CSM to whom it shall go."
        return .failure(Fault(message: message, advice: "Maybe `accept` was meant, or another CSM."))
      }
      agreements.append(agreement(decision, .directed) { $0.csm = csm })
    }
    return agreements.isEmpty ? .failure(nothingProposed(decision, "rejected")) : .success(agreements)
  }

  private func nothingProposed(_ decision: Decision, _ verb: String) -> Fault {
    let message =
      hasPlan
      ? "The plan proposes no move of \(decision.account) that could be \(verb)."
      : "It is not known what is \(verb): no plan is there that proposes a move of \(decision.account)."
    let advice =
      hasPlan
      ? "Maybe name the CSM in csm_id, or take the row out."
      : "Maybe name the plan with --reviewed, or fill proposed_move, proposed_csm_id and proposed_start."
    return Fault(message: message, advice: advice)
  }

  private func agreement(
    _ decision: Decision, _ kind: Agreement.Kind, _ fill: (inout Agreement) -> Void
  ) -> Agreement {
    var agreement = Agreement(account: decision.account, kind: kind, by: decision.by, reason: decision.reason)
    fill(&agreement)
    return agreement
  }

  // MARK: - What was proposed

  private func proposal(_ decision: Decision) -> Proposal? {
    if let csm = decision.proposedCSM { return named(csm, decision) }
    if decision.proposedMove == .stay { return Proposal(move: .stay) }
    if let known = known(decision) { return known }
    return handoffs[decision.account].map(Proposal.init)
  }

  /// The row says so itself; its days are looked up where they are missing.
  private func named(_ csm: String, _ decision: Decision) -> Proposal {
    let listed = handoffs[decision.account].flatMap { $0.to == csm ? Proposal($0) : nil } ?? known(decision, csm)
    let isOrphan = resolver.accounts[decision.account]?.csmID == nil
    var proposal = listed ?? Proposal(move: isOrphan ? .assign : .handoff, csm: csm)
    if let move = decision.proposedMove { proposal.move = move }
    if let start = decision.proposedStart, start != proposal.start {
      proposal.start = start
      proposal.effective = nil
    }
    return proposal
  }

  /// The move that the same answer was about in an earlier round.
  private func known(_ decision: Decision, _ csm: String? = nil) -> Proposal? {
    let kinds: [Agreement.Kind] = decision.answer == .accept ? [.accepted, .begun] : [.refused]
    let agreement = earlier[decision.account]?.first {
      kinds.contains($0.kind) && (csm == nil || $0.csm == csm)
    }
    return agreement.map {
      Proposal(
        move: $0.move ?? .handoff, csm: $0.csm, moment: $0.moment, start: $0.start, effective: $0.effective)
    }
  }
}

extension DecisionAnswers.Proposal {
  fileprivate init(_ handoff: HandoffDocument) {
    self.init(
      move: Agreement.Move(handoff.kind), csm: handoff.to, moment: handoff.moment, start: handoff.start,
      effective: handoff.effective)
  }
}

extension Agreement.Move {
  init(_ kind: Assignment.Kind) {
    self =
      switch kind {
      case .handoff: .handoff
      case .assign: .assign
      case .cover: .cover
      case .stay, .unassigned: .stay
      }
  }
}
