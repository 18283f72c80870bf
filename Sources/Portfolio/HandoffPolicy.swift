/// When accounts may change hands, and what a handoff costs.
public struct HandoffPolicy: Sendable, Hashable {
  /// In order of preference where two cost the same.
  public var moments: [Moment] = Moment.defaults
  /// Blackouts beat moments; the handoff of a departing CSM beats blackouts.
  public var blackouts = BlackoutPolicy()
  /// Handoffs per CSM and week: no published figure; 2 in and 2 out is our default.
  public var slotsInPerWeek: Int64 = 2
  public var slotsOutPerWeek: Int64 = 2
  /// Per handoff beyond the slots.
  public var slotPrice = Points(240)
  /// `true`: the slots are hard limits.
  public var slotsAreHard = false
  /// Both people work on the account: 2-4 weeks for strategic, 1-2 for the rest (practitioners).
  public var overlapWeeks = PerTier(1, ["strategic": 3, "enterprise": 2])
  /// Share of the effort that the receiver spends on learning during the overlap; the giver works on in full.
  public var overlapShare = PerTier(Percent(50))
  public var givingEffort = PerTier(Minutes(hours: 2), ["strategic": Minutes(hours: 6), "small": Minutes(30)])
  public var receivingEffort = PerTier(
    Minutes(hours: 3), ["strategic": Minutes(hours: 10), "enterprise": Minutes(hours: 5), "small": Minutes(60)])
  /// Global limits on handoffs by choice, covers included; `nil`: none.
  public var budgetCount: Int64?
  public var budgetARR: Money?
  /// Of the number of accounts, in percent.
  public var budgetShare: Percent?
  /// The handoff of a departing CSM outside every moment.
  public var forcedPrice = Points(120)
  /// Per started week by which the overlap of a departing CSM's handoff is cut.
  public var shorteningPrice = Points(120)

  public init() {}
}

/// A defined moment at which an account may change hands: a window of days around an event.
public struct Moment: Sendable, Hashable {
  public enum Event: String, Sendable, Hashable, CaseIterable {
    case renewal
    case onboardingEnd = "onboarding-end"
    case qbr
    case stakeholderChange = "stakeholder-change"
    case segmentChange = "segment-change"
    case escalationClosed = "escalation-closed"
    /// The incumbent's last day.
    case departure
    /// The first day of the incumbent's leave.
    case leave
    /// The first day of every calendar quarter.
    case fiscalBoundary = "fiscal-boundary"
    case any
  }

  public var id: String
  public var event: Event
  /// Days relative to the event on which a handoff may start, both included; ignored for `any`.
  public var firstDay: Int
  public var lastDay: Int
  /// Empty: every tier.
  public var tiers: [String]
  public var price: Points
  /// `nil`: `HandoffPolicy.overlapWeeks`.
  public var overlapWeeks: Int?
  public var checklist: [String]
  /// The customer meets both people.
  public var customerMeetsBoth: Bool

  public init(
    _ id: String, _ event: Event, days: ClosedRange<Int> = 0...0, tiers: [String] = [], price: Points = .zero,
    overlapWeeks: Int? = nil, checklist: [String] = [], customerMeetsBoth: Bool = true
  ) {
    self.id = id
    self.event = event
    firstDay = days.lowerBound
    lastDay = days.upperBound
    self.tiers = tiers
    self.price = price
    self.overlapWeeks = overlapWeeks
    self.checklist = checklist
    self.customerMeetsBoth = customerMeetsBoth
  }

  /// Just after a renewal is the best moment; the start of a quarter is open to all at a price (practitioners).
  public static let defaults: [Moment] = [
    Moment("renewal-done", .renewal, days: 1...45, checklist: ["Renewal signed and filed", "Success plan updated"]),
    Moment("onboarding-end", .onboardingEnd, days: 0...30, checklist: ["Go-live confirmed", "Open items listed"]),
    Moment("qbr", .qbr, days: -7...14, price: Points(10), checklist: ["Both people present at the QBR"]),
    Moment(
      "stakeholder-change", .stakeholderChange, days: 0...60, price: Points(20), checklist: ["New sponsor met"]),
    Moment("segment-change", .segmentChange, days: 0...60, checklist: ["New service level explained"]),
    Moment(
      "escalation-closed", .escalationClosed, days: 14...60, price: Points(30), checklist: ["Root cause shared"]),
    Moment("leave", .leave, days: -30...0, price: Points(30), checklist: ["Return date told to the customer"]),
    Moment(
      "quarter-start", .fiscalBoundary, days: 0...30, price: Points(60), checklist: ["Introduction call held"]),
  ]
}

public struct BlackoutPolicy: Sendable, Hashable {
  /// Before a renewal: priced from `renewalDays` on, banned from `renewalHardDays` on (90 and 60; practitioners).
  public var renewalDays = 90
  public var renewalHardDays = 60
  public var renewalPrice = Points(120)
  /// Until the end of onboarding.
  public var onboarding = true
  /// Days after `csm_since` in which an account does not change hands again.
  public var recentHandoffDays = 90
  /// 15 December to 5 January.
  public var turnOfYear = true
  public var ranges: [BlackoutRange] = []

  public init() {}
}

/// A range of days of one's own in which no handoff is in transition, or only at a price.
public struct BlackoutRange: Sendable, Hashable {
  public var range: DateRange
  /// Empty: every region.
  public var regions: [String]
  /// `nil`: banned.
  public var price: Points?
  public var reason: String
  public init(range: DateRange, regions: [String] = [], price: Points? = nil, reason: String) {
    self.range = range
    self.regions = regions
    self.price = price
    self.reason = reason
  }
}
