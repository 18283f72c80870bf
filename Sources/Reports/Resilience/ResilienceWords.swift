import PlanDocument

/// What a study of resilience says, in words that terminal and page share.
struct ResilienceWords {
  let document: ResilienceDocument

  var single: [ResilienceDeparture] { document.departures.filter { $0.csms.count == 1 } }
  var pairs: [ResilienceDeparture] { document.departures.filter { $0.csms.count > 1 } }

  var title: String { "If one of \(single.count) leaves on \(document.lastDay)" }

  static func name(_ departure: ResilienceDeparture) -> String { departure.names.joined(separator: " and ") }

  /// The ones nobody is certainly ahead of.
  var headline: String {
    let first = single.filter { $0.firstRank == 1 || $0.facts == nil }
    guard let worst = single.first else { return "Nobody can leave." }
    if worst.facts == nil { return "Without \(ResilienceWords.name(worst)) the rules cannot all hold." }
    if first.count == 1 { return "\(ResilienceWords.name(worst)) would be missed most." }
    let names = first.prefix(3).map(ResilienceWords.name)
    let rest = first.count > 3 ? ["\(NumberText.plural(first.count - 3, "other", "others"))"] : []
    let all = names + rest
    return "\(all.dropLast().joined(separator: ", ")) or \(all[all.count - 1]) would be missed most: undecided."
  }

  /// Places that the bounds leave open: `1`, `2–5`.
  static func rank(_ departure: ResilienceDeparture) -> String {
    guard let first = departure.firstRank, let last = departure.lastRank else { return "\u{2013}" }
    return first == last ? "\(first)" : "\(first)\u{2013}\(last)"
  }

  /// What a difference certainly lies between, in hours: `+120.4 to +133.0`.
  static func interval(_ interval: CostInterval?) -> String {
    guard let interval else { return "n/a" }
    return "\(end(interval.atLeast)) to \(end(interval.atMost))"
  }

  private static func end(_ value: PointsValue?) -> String {
    value.map { String(NumberText.signedHours($0).dropLast(2)) } ?? "?"
  }

  static func found(_ interval: CostInterval?) -> String {
    interval.map { NumberText.signedHours($0.found) } ?? "no plan"
  }

  /// When everybody is inside the band: `at once`, `31 days`, `not within the horizon`.
  static func inside(_ facts: ResilienceFacts?) -> String {
    guard let facts else { return "" }
    guard let days = facts.daysUntilInside else { return "never" }
    return days == 0 ? "at once" : NumberText.plural(days, "day", "days")
  }

  static func gap(_ facts: ResilienceFacts?) -> String {
    facts?.certifiedGap.map { NumberText.gap($0) } ?? "n/a"
  }

  /// `12 of 14 taken over: 6 by Ben, 4 by Cleo, 2 by one other.`
  static func cover(_ departure: ResilienceDeparture) -> String {
    guard departure.facts != nil else { return departure.reasons.first ?? "There is no plan." }
    if departure.accounts == 0 { return "Holds no account." }
    var text = "\(departure.takenOver) of \(NumberText.plural(departure.accounts, "account", "accounts")) taken over"
    let named = departure.receivers.prefix(3).map { "\($0.accounts) by \($0.name ?? $0.csm)" }
    let others = departure.receivers.dropFirst(3)
    let rest =
      others.isEmpty
      ? []
      : ["\(others.reduce(0) { $0 + $1.accounts }) by \(others.count == 1 ? "one other" : "\(others.count) others")"]
    if !named.isEmpty { text += ": " + (named + rest).joined(separator: ", ") }
    if departure.atForcedMoment > 0 { text += "; \(departure.atForcedMoment) without a good moment" }
    return text + (departure.unassigned > 0 ? "; \(departure.unassigned) with nobody." : ".")
  }

  /// `Only Dana knows energy in EMEA (12 accounts; Tom elsewhere).`
  static func sole(_ departure: ResilienceDeparture) -> [String] {
    departure.soleExpertise.map { sole in
      let elsewhere =
        sole.elsewhere.isEmpty
        ? "nobody else at all" : "elsewhere \(NumberText.plural(sole.elsewhere.count, "person has", "people have")) it"
      let accounts = NumberText.plural(sole.accounts, "account needs", "accounts need")
      return "\(sole.domain) in \(sole.region): \(accounts) it, \(elsewhere)"
    }
  }

  static func remedy(_ remedy: ResilienceRemedy) -> String {
    switch remedy.kind {
    case .training: "\(remedy.name ?? remedy.csm) learns \(remedy.domains.joined(separator: ", ")) (\(remedy.region))"
    case .hire:
      "Hire for \(remedy.region)"
        + (remedy.domains.isEmpty ? "" : ", knows \(remedy.domains.joined(separator: ", "))")
    }
  }

  func departure(of remedy: ResilienceRemedy) -> ResilienceDeparture? {
    document.departures.first { $0.id == remedy.departure }
  }

  /// Of the loss that was found, in percent; more than all of it where the team is better off than before.
  func share(_ remedy: ResilienceRemedy) -> String {
    guard let saved = remedy.saved, let loss = departure(of: remedy)?.loss, loss.found.micropoints > 0 else {
      return "n/a"
    }
    return NumberText.percent(saved.found.micropoints, of: loss.found.micropoints)
  }

  /// Whether the bounds prove that it helps.
  static func verdict(_ remedy: ResilienceRemedy) -> String {
    guard let saved = remedy.saved else { return "no plan" }
    if let least = saved.atLeast, least.micropoints > 0 { return "helps" }
    if let most = saved.atMost, most.micropoints <= 0 { return "does not help" }
    return "undecided"
  }

  /// What the base already is, so that nobody blames a resignation for it.
  var today: String {
    let base = document.base
    var parts = ["With everybody the plan costs \(NumberText.hours(base.objective))"]
    parts.append("gap \(ResilienceWords.gap(base))")
    parts.append("\(NumberText.hours(minutes: base.steadyMinutesAboveBand)) h a month above the band in the end")
    if base.unassigned > 0 { parts.append("\(NumberText.plural(base.unassigned, "account", "accounts")) with nobody") }
    let inside = base.daysUntilInside.map {
      $0 == 0 ? "nobody is above the band" : "nobody is above the band after \($0) days"
    }
    return parts.joined(separator: ", ") + "; \(inside ?? "somebody is above the band to the end")."
  }

  var stopped: String? {
    document.left == 0 ? nil : "Stopped: \(NumberText.plural(document.left, "plan was", "plans were")) not made."
  }
}
