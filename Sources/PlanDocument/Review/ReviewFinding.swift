public import Portfolio

/// One thing that a review found: about an account, or about a segment of the portfolio.
///
/// `id` is made of kind, subject and cause alone: the same thing found on another day has the same id, whatever its
/// numbers are by then. Names are nowhere in here; readers look them up in `accounts`.
public struct ReviewFinding: Sendable, Hashable, Codable {
  /// The list it stands in; the order is that of the review.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    // The three questions.
    case risk, expansion, unseen
    // Blind spots.
    case silent, transition, middle, unmapped
    // Attention.
    case underServed = "under-served"
    case overServed = "over-served"
    case holder, headspace
    // The portfolio, and what is to be done about it.
    case concentration, neglected, criterion
  }

  /// What is to be done.
  public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
    case nameCSM = "name-a-csm"
    case prepareHandoff = "prepare-handoff"
    case rescuePlan = "rescue-plan"
    case callSponsor = "call-sponsor"
    case findSponsor = "find-sponsor"
    case closeEscalation = "close-escalation"
    case prepareRenewal = "prepare-renewal"
    case recordRenewal = "record-renewal"
    case finishOnboarding = "finish-onboarding"
    case makeOffer = "make-offer"
    case getInTouch = "get-in-touch"
    case shortCheck = "short-check"
    case askData = "ask-for-data"
    case meetNewPeople = "meet-new-people"
    case mapPotential = "map-potential"
    case giveHours = "give-hours"
    case takeHours = "take-hours"
    case changeHolder = "change-holder"
    case toPool = "to-pool"
    case spread, lookAt = "look-at", followRule = "follow-rule"
  }

  /// Whether changing hands is part of the answer.
  public enum Handoff: String, Sendable, Hashable, Codable {
    case no
    /// A moment is there, should one be wanted.
    case possible
    case yes
  }

  /// 15 hexadecimal digits.
  public var id: String
  public var kind: Kind
  /// A word of `ReviewCause`, or the id of a criterion.
  public var cause: String
  /// `nil` for findings about segments.
  public var account: String?
  public var segment: ReviewSegment?
  /// What is behind it, the most important first.
  public var numbers: [ReviewNumber]
  public var action: Action
  /// A CSM or a manager by id; `nil`: whoever leads.
  @ExplicitNull public var owner: String?
  /// The day by which to act.
  public var due: CalendarDate
  /// The deadline, or the end of the window; `nil`: there is none, or none is known.
  @ExplicitNull public var until: CalendarDate?
  public var handoff: Handoff
  /// What the list is sorted by, descending: whole currency or minutes.
  public var weight: Int64
  /// Written by `ballast watch` only.
  public var history: FindingHistory?

  public init(
    id: String, kind: Kind, cause: String, account: String?, segment: ReviewSegment? = nil, numbers: [ReviewNumber],
    action: Action, owner: String?, due: CalendarDate, until: CalendarDate? = nil, handoff: Handoff = .no,
    weight: Int64
  ) {
    self.id = id
    self.kind = kind
    self.cause = cause
    self.account = account
    self.segment = segment
    self.numbers = numbers
    self.action = action
    self.owner = owner
    self.due = due
    self.until = until
    self.handoff = handoff
    self.weight = weight
  }
}
