import PlanDocument
import Portfolio

/// What the lead could write to one of the two people; nobody is blamed, nothing is guessed.
struct HandoffLetter {
  /// The CSM it is addressed to, by name.
  let recipient: String
  let paragraphs: [String]

  /// To the giver and to the receiver, in this order; an orphan has no giver.
  static func letters(_ pack: HandoffPack) -> [HandoffLetter] {
    switch pack.handoff.kind {
    case .cover: [toCovered(pack), toCover(pack)].compactMap { $0 }
    case .assign: [toReceiver(pack)]
    default: [toGiver(pack), toReceiver(pack)].compactMap { $0 }
    }
  }

  private static func toGiver(_ pack: HandoffPack) -> HandoffLetter? {
    guard let giver = pack.giver else { return nil }
    let (name, receiver, handoff) = (pack.accountName, pack.receiver, pack.handoff)
    var text = "From \(handoff.effective) \(receiver) looks after \(name)."
    text +=
      pack.hasOverlap
      ? " You work on it together from \(handoff.start) to \(handoff.overlapEnd)." : " There is no overlap."
    let introduction =
      handoff.customerMeetsBoth
      ? "Please introduce \(receiver) to the customer by \(handoff.introduction), with both of you present."
      : "Please tell the customer in writing by \(handoff.introduction) who looks after them."
    let notes =
      "Before \(handoff.effective): what is agreed with the customer, what is open, and whom \(receiver) should know."
    let last = pack.giverLeaves.map { "All of it fits before your last day, \($0)." }
    return HandoffLetter(
      recipient: giver,
      paragraphs: [
        text, introduction, notes, last, "Your work with this customer is what \(receiver) builds on. Thank you.",
      ]
      .compactMap { $0 })
  }

  private static func toReceiver(_ pack: HandoffPack) -> HandoffLetter {
    let (name, handoff) = (pack.accountName, pack.handoff)
    var opening = "From \(handoff.effective) you look after \(name)"
    if let giver = pack.giver {
      let since = pack.account?.situation?.csmSince.map { " since \($0)" } ?? ""
      opening += ", which \(giver) has looked after\(since)."
    } else {
      opening += ". It has no CSM at present."
    }
    if pack.giver != nil, pack.hasOverlap {
      opening += " You work on it together from \(handoff.start) to \(handoff.overlapEnd)."
    }
    return HandoffLetter(
      recipient: pack.receiver,
      paragraphs: [opening, introduction(pack), items(pack), learning(pack)].compactMap { $0 })
  }

  private static func introduction(_ pack: HandoffPack) -> String {
    let day = pack.handoff.introduction
    guard let giver = pack.giver else { return "Please write to the customer by \(day) and introduce yourself." }
    return pack.handoff.customerMeetsBoth
      ? "\(giver) introduces you to the customer by \(day), with both of you present."
      : "\(giver) tells the customer in writing by \(day)."
  }

  private static func items(_ pack: HandoffPack) -> String? {
    pack.openItems.isEmpty
      ? nil : "Good to know from the first day: \(pack.openItems.map(HandoffPack.inSentence).joined(separator: "; "))."
  }

  private static func learning(_ pack: HandoffPack) -> String? {
    let open = pack.expertise.filter { $0.value == "not stated" || $0.value == "basic" }.map(\.label)
    guard !open.isEmpty else { return nil }
    return "The account asks for \(open.joined(separator: " and ")); please say if support with it would help."
  }

  // MARK: - Covers: there and back

  private static func toCovered(_ pack: HandoffPack) -> HandoffLetter? {
    guard let giver = pack.giver else { return nil }
    let handoff = pack.handoff
    return HandoffLetter(
      recipient: giver,
      paragraphs: [
        "While you are away, from \(handoff.start) to \(handoff.overlapEnd), \(pack.receiver) looks after \(pack.accountName). It stays yours.",
        "Before \(handoff.start): please tell the customer who covers and when you are back, and leave \(pack.receiver) the open items.",
        "On \(pack.returns) it comes back to you by itself, with what has happened since. Until then nothing waits for you.",
      ])
  }

  private static func toCover(_ pack: HandoffPack) -> HandoffLetter? {
    guard let giver = pack.giver else { return nil }
    let handoff = pack.handoff
    return HandoffLetter(
      recipient: pack.receiver,
      paragraphs: [
        "From \(handoff.start) to \(handoff.overlapEnd) you look after \(pack.accountName) for \(giver), who is away.",
        items(pack),
        "Please keep a note of what is agreed. On \(pack.returns) the account goes back to \(giver), with that note.",
      ].compactMap { $0 })
  }
}
