import OptionModel
import PlanDocument
import Portfolio

/// What a move means, in sentences that everybody it touches may read: figures first, no judgement of anybody.
extension Wording {
  /// The hours of the people involved in a steady month, without the move and with it; who gives comes first.
  func steadyMonth(_ change: MarginalChange, _ meaning: ModelMeaning, insteadOf rival: String?) -> String {
    let people = change.shifts.sorted { $0.after - $0.before < $1.after - $1.before }.compactMap { shift -> String? in
      guard case .hours(let csm, let period) = meaning.resources[shift.resource],
        !periodLabels.indices.contains(Int(period))
      else { return nil }
      return "\(self.csm(csm)) \(hours(minutes: shift.before).dropLast(2)) → \(hours(minutes: shift.after))"
    }
    let opening = rival == nil ? "Steady month" : "Steady month against that"
    return people.isEmpty ? "" : "\(opening): \(people.joined(separator: ", "))."
  }

  /// What undoing the move alone would cost.
  func worth(_ micropoints: Int64) -> String { "Without it the plan costs \(hours(points: micropoints)) more." }

  /// Why the account cannot stay where it is, all else fixed.
  func barrier(_ reason: String) -> String { "Cannot be undone alone: \(reason)." }

  /// Where somebody has to take the account.
  func rivalry(_ rival: String, _ extra: Int64) -> String {
    guard extra < 0 else {
      return "Somebody must take it; \(rival), the next best, would cost \(hours(points: extra)) more."
    }
    return
      "Somebody must take it; \(rival) would cost \(hours(points: -extra)) less: the search ended before trying that."
  }

  /// What the rules say for the move and against it; the sum is what it is worth.
  func sides(_ terms: [ExplanationTerm]) -> String {
    let (gains, costs) = (terms.filter { $0.gain.micropoints > 0 }, terms.filter { $0.gain.micropoints < 0 })
    return [("For it:", gains), ("Against it:", costs)].filter { !$1.isEmpty }
      .map { "\($0) \(amounts($1))." }.joined(separator: " ")
  }

  private func amounts(_ terms: [ExplanationTerm]) -> String {
    let shown = terms.prefix(3).map { term in
      "\(hours(points: Int64(clamping: term.gain.micropoints.magnitude))) \(RuleWords.short(for: term.rule))"
    }
    let rest = terms.dropFirst(3).reduce(Int64(0)) { $0 + Int64(clamping: $1.gain.micropoints.magnitude) }
    return (shown + (rest > 0 ? ["\(hours(points: rest)) other"] : [])).joined(separator: ", ")
  }
}
