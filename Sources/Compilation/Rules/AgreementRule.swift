import Portfolio

/// What people have agreed on binds the plan: accepted and begun moves take place, refused ones do not, deferred ones
/// wait; an announced move is changed only at a price.
final class AgreementRule: BanningRule, ChargingRule {
  static let id = RuleID.agreement

  let facts: PlanFacts
  private let announcedPrice: Int64

  init(_ facts: PlanFacts) {
    self.facts = facts
    announcedPrice = facts.policy.handoffs.announcedPrice.micropoints
  }

  /// The handoff of a group that began before the first day: all there is to choose.
  func begun(_ members: ArraySlice<Int32>) -> PlannedOption? {
    for member in members {
      if let terms = facts.agreements.terms(ofAccount: Int(member)), terms.hasBegun { return terms.fixed }
    }
    return nil
  }

  /// Asked about every step that no other rule bans.
  func bans(_ step: Step) -> Bool { ban(on: step) != nil }

  func banReason(_ step: Step) -> String {
    guard let (kind, terms) = ban(on: step) else { return "" }
    let account = facts.name(ofAccount: step.account)
    let agreement = terms.words[kind]
    let who = agreement?.by.map { " (\($0))" } ?? ""
    switch kind {
    case .begun, .accepted: return "\(fixedWords(terms)) is agreed on for \(account)\(who)"
    case .directed: return "\(account) is to end with \(facts.name(ofCSM: terms.directed))\(who)"
    case .refused: return "\(facts.name(ofCSM: step.receiver)) was refused for \(account)\(who)"
    default: return "\(account) was deferred until \(CalendarDate(dayNumber: terms.notBefore))\(who)"
    }
  }

  private func fixedWords(_ terms: AgreementBook.Terms) -> String {
    guard let fixed = terms.fixed, fixed.csm != PlannedOption.none else { return "Staying" }
    let name = facts.name(ofCSM: Int(fixed.csm))
    return fixed.kind == .cover ? "A cover by \(name)" : "Going to \(name)"
  }

  private func ban(on step: Step) -> (Agreement.Kind, AgreementBook.Terms)? {
    guard let terms = facts.agreements.terms(ofAccount: step.account) else { return nil }
    if terms.hasBegun { return step.hasBegun ? nil : (.begun, terms) }
    if let fixed = terms.fixed, !fixed.describes(step) { return (.accepted, terms) }
    if terms.directed != AccountFacts.nobody, terms.directed != step.finalCSM { return (.directed, terms) }
    guard step.kind == .handoff || step.kind == .assign || step.kind == .cover else { return nil }
    if terms.refused.contains(step.receiver) { return (.refused, terms) }
    return step.start < terms.notBefore ? (.deferred, terms) : nil
  }

  func charge(_ step: Step, to ledger: inout some Ledger) {
    guard let terms = facts.agreements.terms(ofAccount: step.account), let announced = terms.announced,
      !announced.describes(step)
    else { return }
    let name = announced.csm == PlannedOption.none ? "nobody" : facts.name(ofCSM: Int(announced.csm))
    ledger.charge(Self.id, announcedPrice, "The announced move to \(name) is changed")
  }
}
