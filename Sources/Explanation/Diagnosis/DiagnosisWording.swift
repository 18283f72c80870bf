package import Compilation
import PlanDocument
package import Portfolio

/// The sentences of a diagnosis: short, numbers first, no blame.
package struct DiagnosisWording: Sendable {
  private let wording: Wording

  package init(portfolio: Portfolio, periodLabels: [String]) {
    wording = Wording(portfolio: portfolio, periodLabels: periodLabels)
  }

  private func hours(_ minutes: Int64) -> String { wording.hours(minutes: minutes) }

  private func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

  private func names(_ csms: [Int32]) -> String {
    let shown = csms.prefix(3).map(wording.csm).joined(separator: ", ")
    return csms.count > 3 ? "\(shown) and \(csms.count - 3) more" : shown
  }

  private func inPeriod(_ period: Int) -> String {
    let label = wording.period(Int16(period))
    return label == "after the horizon" ? "each month after the horizon" : "in \(label)"
  }

  // MARK: - Conflicts

  /// A limit, what it permits and what falls on it at least, in quanta.
  package func limit(_ key: ResourceKey, upper: Int64, leastLoad: Int64, isInherited: Bool) -> String {
    let permitted = wording.load(upper, of: key)
    let today = isInherited ? " (already there; the policy permits less)" : ""
    let load = wording.load(leastLoad, of: key)
    let least =
      leastLoad <= 0
      ? ""
      : leastLoad <= upper
        ? "; \(load) are taken whatever is chosen"
        : load == permitted
          ? "; the other rules here put \(leastLoad - upper) \(key.unit) more on it"
          : "; the other rules here put at least \(load) on it"
    return "\(sentenceStart(wording.resource(key))): at most \(permitted)\(today)\(least)"
  }

  /// What a ban says; `reason` comes from the rule.
  package func ban(_ instance: RuleInstance, reason: String) -> String {
    switch instance {
    case .pairing(let rule, let account, _) where rule != .forbiddenPair:
      "\(wording.account(account)): \(reason)"
    case .book(let rule, let csm):
      "\(wording.csm(csm))'s other accounts cannot leave because of \(RuleWords.phrase(for: rule.rawValue)), "
        + "for example: \(reason)"
    default: reason
    }
  }

  // MARK: - Repairs

  package func step(_ step: Repair.Step) -> String {
    switch step.instance {
    case .limit(let key):
      guard let limits = step.limits else { return wording.resource(key) }
      return "\(sentenceStart(wording.resource(key))): \(wording.load(limits.needed, of: key)) instead of "
        + "\(wording.load(limits.today, of: key)), \(wording.load(limits.needed - limits.today, of: key)) more"
    case .account(.pin, let account): return "\(wording.account(account)) is not pinned any more"
    case .account(.pool, let account): return "\(wording.account(account)) may go to a pool"
    case .account(.agreement, let account): return "What was agreed on for \(wording.account(account)) is taken back"
    case .pairing(let rule, let account, let csm): return pairing(rule, account, csm)
    case .account, .receiver, .book: return ""
    }
  }

  private func pairing(_ rule: RuleID, _ account: Int32, _ csm: Int32) -> String {
    let (who, what) = (wording.csm(csm), wording.portfolio.accounts[Int(account)])
    return switch rule {
    case .region: "\(who) covers \(what.region), for \(wording.account(account))"
    case .tier: "\(who) holds \(what.tier) accounts, for \(wording.account(account))"
    case .language: "\(who) serves \(what.language ?? "the language"), for \(wording.account(account))"
    case .domain:
      "\(who) counts as an expert in \(what.domains.joined(separator: ", ")), for \(wording.account(account))"
    default: "\(wording.account(account)) and \(who) may be paired"
    }
  }

  // MARK: - Shortages, overloads, gains

  package func shortage(_ shortage: HoursShortage) -> String {
    let needs = shortage.needs.sorted { $1.minutes < $0.minutes }
    let shown = needs.prefix(3).map { need in
      ([need.region] + (need.domains.isEmpty ? [] : [need.domains.joined(separator: " + ")]) + [need.tier])
        .joined(separator: " x ")
    }.joined(separator: "; ")
    let rest = needs.count > 3 ? " and \(needs.count - 3) more" : ""
    let accounts = count(shortage.needs.reduce(0) { $0 + $1.accounts }, "account", "accounts")
    let people =
      shortage.csms.isEmpty
      ? "nobody may serve them" : "\(names(shortage.csms)) may work \(hours(shortage.available)) at most"
    return "\(hours(shortage.missing)) missing \(inPeriod(shortage.period)): \(accounts) (\(shown)\(rest)) "
      + "\(shortage.needs.reduce(0) { $0 + $1.accounts } == 1 ? "needs" : "need") \(hours(shortage.needed)); \(people)"
  }

  /// In minutes.
  package func overload(
    of group: String, isAfterHorizon: Bool, today: Int64, atLeast: Int64, atMost: Int64?
  ) -> String {
    let span = isAfterHorizon ? "a month after the horizon" : "in the horizon"
    let before = "\(hours(today)) above the soft limit \(span) if nothing moves"
    if atMost == 0 { return "\(group): \(before); avoidable" }
    let found = atMost.map { $0 == atLeast ? ", and one leaves just that" : " (best found: \(hours($0)))" } ?? ""
    return "\(group): \(before); no plan leaves less than \(hours(atLeast))\(found)"
  }

  package func hour(_ csm: Int32) -> String { "One more hour a month for \(wording.csm(csm))" }
  package func expert(_ csm: Int32, _ domain: String) -> String { "\(wording.csm(csm)) learns \(domain)" }
  package func pin(_ account: Int32) -> String { "\(wording.account(account)) without its pin" }

  /// In micropoints.
  package func gain(_ change: String, saved: Int64, atMost: Int64?) -> String {
    let limit = atMost.map { max($0, saved) == saved ? "" : " (at most \(wording.hours(points: $0)))" } ?? ""
    if abs(saved) < 3_000_000 { return "\(change): saves nothing\(limit)" }
    if saved < 0 { return "\(change): costs \(wording.hours(points: -saved))\(limit)" }
    return "\(change): saves \(wording.hours(points: saved)) of work\(limit)"
  }

  private func sentenceStart(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
