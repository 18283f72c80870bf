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
