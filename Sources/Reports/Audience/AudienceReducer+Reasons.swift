import PlanDocument

/// Reasons for readers who do not see everything: made again from parts, because a sentence may name a third person or
/// somebody's load.
extension AudienceReducer {
  /// The handoff without runner-up, with a reason that holds no number of anybody's load.
  func neutral(_ handoff: HandoffDocument, _ names: [String: String]) -> HandoffDocument {
    var neutral = handoff
    neutral.reason = NeutralReason(handoff, names).sentence
    (neutral.runnerUp, neutral.runnerUpExtra) = (nil, nil)
    return neutral
  }

  /// Of the own team a manager also sees what each move is worth; a CSM sees the note on the own book.
  func explanations(
    for audience: Audience, _ seen: Set<String>, _ moves: [HandoffDocument], _ names: [String: String]
  ) -> Explanations {
    var result = Explanations(csms: document.explanations.csms.filter { seen.contains($0.csm) })
    guard case .manager = audience else { return result }
    let inside = Set(
      moves.filter { seen.contains($0.to) && ($0.from.map(seen.contains) ?? false) }.map(\.account))
    var newIndex: [Int: Int] = [:]
    for (index, bundle) in document.explanations.bundles.enumerated() where inside.isSuperset(of: bundle.accounts) {
      newIndex[index] = result.bundles.count
      result.bundles.append(bundle)
    }
    result.moves = document.explanations.moves.filter { inside.contains($0.account) && $0.gain != nil }
      .map { plain($0, seen, names, newIndex) }
    return result
  }

  /// With a gain, a move was held against staying; without one, against the next best receiver, who may be anybody, and
  /// is not here. Notes name loads, of a family also those of givers outside the team: the numbers stand without them.
  private func plain(
    _ move: MoveExplanation, _ seen: Set<String>, _ names: [String: String], _ newIndex: [Int: Int]
  ) -> MoveExplanation {
    var plain = move
    plain.summary =
      document.handoffs.first { $0.account == move.account }
      .map { NeutralReason($0, names).sentence } ?? ""
    plain.terms = move.terms.map { term in
      var term = term
      term.note = ""
      return term
    }
    plain.alternatives = move.alternatives.filter { $0.csm.map(seen.contains) ?? false }.map { alternative in
      var alternative = alternative
      alternative.note = ""
      return alternative
    }
    plain.bundle = move.bundle.flatMap { newIndex[$0] }
    return plain
  }
}
