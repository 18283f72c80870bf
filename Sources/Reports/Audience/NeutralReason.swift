import PlanDocument

/// Why an account changes hands, for everybody: who, when, and what it is good for; no numbers of anybody, no blame.
struct NeutralReason {
  private let handoff: HandoffDocument
  private let giver: String?
  private let receiver: String

  init(_ handoff: HandoffDocument, _ names: [String: String]) {
    self.handoff = handoff
    giver = handoff.from.map { names[$0] ?? $0 }
    receiver = names[handoff.to] ?? handoff.to
  }

  var sentence: String { "\(what) \(NeutralReason.purpose(handoff.reasonCode, kind: handoff.kind))" }

  private var what: String {
    switch handoff.kind {
    case .cover:
      "\(receiver) looks after the account from \(handoff.start) to \(handoff.overlapEnd), while \(giver ?? "the CSM") is away."
    case .assign: "\(receiver) takes the account on from \(handoff.effective); nobody looks after it yet."
    default: "\(giver ?? "The CSM") hands over to \(receiver), \(days)."
    }
  }

  private var days: String {
    handoff.start < handoff.effective
      ? "from \(handoff.start) to \(handoff.effective)" : "on \(handoff.effective)"
  }

  /// The rule that gains most, as a purpose.
  static func purpose(_ rule: String, kind: Assignment.Kind) -> String {
    if kind == .cover { return "So the customer always has somebody to turn to." }
    switch rule {
    case "capacity": return "It brings the hours of the team closer to what people can do."
    case "balance": return "It makes the books of the team more even."
    case "domain": return "It brings the account to somebody who knows its field."
    case "region": return "It brings the account to its region."
    case "tier": return "It brings the account to somebody who holds its tier."
    case "language": return "It brings the account to somebody who speaks its language."
    case "family": return "It keeps accounts of one family together."
    case "books": return "It keeps books within their limits."
    case "agreement": return "It was agreed on before."
    case "coverage", "departure", "leave": return "It makes sure that the account has a CSM."
    default: return "It makes the plan as a whole better."
    }
  }
}
