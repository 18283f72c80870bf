import PlanDocument
import Portfolio

/// One change of hands for the two people who carry it out: why, when, what to do, what the account looks like.
///
/// Only facts of the document; how they are set in type is for the renderers. Numbers come first, words judge nobody.
struct HandoffPack {
  struct Fact {
    let label: String
    let value: String
  }

  let context: ReportContext
  let handoff: HandoffDocument

  var account: AccountDocument? { context.account(handoff.account) }
  var accountName: String { context.accountName(handoff.account) }
  /// `nil` where nobody hands over.
  var giver: String? { handoff.from.map { context.csmName($0) } }
  var receiver: String { context.csmName(handoff.to) }
  var isCover: Bool { handoff.kind == .cover }
  var hasOverlap: Bool { handoff.start < handoff.effective }
  /// The day on which a covered account returns.
  var returns: CalendarDate { handoff.overlapEnd.adding(days: 1) }
  /// The day a departing giver leaves, where the reader may know it.
  var giverLeaves: CalendarDate? { handoff.from.flatMap { context.book($0)?.lastDay } }

  /// `Ines Moreau → Jonas Richter`.
  var route: String { "\(giver ?? "nobody") → \(receiver)" }

  // MARK: - Why

  /// Numbers first.
  var why: [String] {
    var lines = worth
    if let account {
      lines.append(
        "\(NumberText.hours(minutes: account.effort)) h of work a month\(account.estimated ? ", estimated" : "")")
    }
    lines += [handoff.from, handoff.to].compactMap { $0 }.compactMap(load)
    lines.append(NeutralReason.purpose(handoff.reasonCode, kind: handoff.kind))
    if let day = giverLeaves, let giver { lines.append("\(giver)’s last day is \(day).") }
    return lines
  }

  private var worth: [String] {
    guard let explanation = context.explanation(handoff.account) else { return [] }
    var lines: [String] = []
    if let gain = explanation.gain {
      lines.append(
        "\(NumberText.signedHours(gain)) of CSM time, the months after the horizon included, against staying")
    }
    let terms = explanation.terms.filter { abs($0.gain.micropoints) >= 6_000_000 }.prefix(4).map {
      "\(HandoffPack.inSentence(RuleWords.title($0.rule))) \(NumberText.signedHours($0.gain))"
    }
    if !terms.isEmpty { lines.append("By rule: " + terms.joined(separator: ", ")) }
    return lines
  }

  /// `The next QBR` as it reads after a colon; a word in capitals stays.
  static func inSentence(_ text: String) -> String {
    let first = text.unicodeScalars.prefix(2)
    guard let letter = first.first, !(first.last?.properties.isUppercase ?? false) else { return text }
    return letter.properties.lowercaseMapping + String(text.unicodeScalars.dropFirst())
  }

  /// The steady month of one side, where the reader may see it.
  private func load(_ csm: String) -> String? {
    // A cover changes no steady month.
    guard let figure = context.load(csm), figure.hasCapacity, !isCover else { return nil }
    return "\(context.csmName(csm)) in a steady month, all changes counted: "
      + "\(figure.percentBefore) → \(figure.percentAfter) % of capacity"
  }

  // MARK: - When

  var timeline: [(label: String, day: CalendarDate)] {
    if isCover {
      return [
        ("Announce to the customer", handoff.announce), ("Cover begins", handoff.start),
        ("Cover ends", handoff.overlapEnd), ("Back to \(giver ?? "the CSM")", returns),
      ]
    }
    var steps = [
      ("Announce inside the company", handoff.announce), ("Both work on it from", handoff.start),
      ("Customer introduction", handoff.introduction), ("End of overlap", handoff.overlapEnd),
      ("\(receiver) is responsible from", handoff.effective),
    ]
    if !hasOverlap { steps = steps.filter { !["Both work on it from", "End of overlap"].contains($0.0) } }
    return steps.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element)
  }

  /// Whether the customer meets both, in a sentence.
  var meeting: String {
    if isCover { return "The customer is told who covers, and when \(giver ?? "the CSM") is back." }
    guard giver != nil else { return "The customer meets \(receiver)." }
    return handoff.customerMeetsBoth
      ? "The customer meets both people." : "The customer is told in writing; no joint meeting is needed."
  }

  // MARK: - What

  var checklist: [String] {
    isCover
      ? handoff.checklist + ["Open items listed for \(receiver)", "Open items listed again for the return"]
      : handoff.checklist
  }

  /// What the account looks like.
  var facts: [Fact] {
    guard let account else { return [Fact(label: "Account", value: handoff.account)] }
    let situation = account.situation
    let facts: [(String, String?)] = [
      ("Account", account.account), ("Value", account.arr.map { "\(context.money($0)) ARR" }),
      ("Tier", account.tier), ("Region", account.region), ("Language", situation?.language),
      (
        "Health",
        account.health.map { "\($0)\(account.atRisk ? ", at risk" : "")" } ?? (account.atRisk ? "at risk" : nil)
      ),
      ("Renewal", account.renewalDate?.description), ("Lifecycle", situation?.lifecycle),
      ("Relationship", situation?.relationship), ("Next QBR", situation?.nextQBR?.description),
      ("Last touch", situation?.lastTouch?.description),
      (giver.map { "With \($0) since" } ?? "With a CSM since", situation?.csmSince?.description),
    ]
    return facts.compactMap { label, value in value.map { Fact(label: label, value: $0) } }
  }

  /// How long something counts as news.
  private static let recentDays = 180
  private static let renewalDays = 90

  /// What the receiver must not find out from the customer.
  var openItems: [String] {
    guard let account else { return [] }
    let (situation, day) = (account.situation, handoff.effective)
    var items: [String] = []
    func isRecent(_ date: CalendarDate?) -> Bool { date.map { day.days(since: $0) <= HandoffPack.recentDays } ?? false }
    if situation?.escalationOpen == true { items.append("An escalation is open") }
    if let date = situation?.escalationClosedOn, isRecent(date) { items.append("An escalation was closed on \(date)") }
    if let date = situation?.sponsorChangedOn, isRecent(date) { items.append("The sponsor changed on \(date)") }
    if let date = situation?.segmentChangedOn, isRecent(date) { items.append("The service level changed on \(date)") }
    if let date = situation?.onboardingEnd, date >= handoff.start { items.append("Onboarding lasts until \(date)") }
    if let date = account.renewalDate, date >= handoff.start, date.days(since: day) <= HandoffPack.renewalDays {
      items.append("It renews on \(date)")
    }
    if let date = situation?.nextQBR, date >= handoff.start, date <= day.adding(days: HandoffPack.renewalDays) {
      items.append("The next QBR is on \(date)")
    }
    return items
  }

  /// Each domain the account asks for, with how well the receiver knows it.
  var expertise: [Fact] {
    let known = context.book(handoff.to)?.domains ?? [:]
    return (account?.domains ?? []).map { Fact(label: $0, value: known[$0] ?? "not stated") }
  }
}
