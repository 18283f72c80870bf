/// The causes that a review knows; a finding of kind `criterion` has the id of its rule instead.
public enum ReviewCause: String, Sendable, Hashable, CaseIterable {
  // risk
  case noCSM = "no-csm"
  case csmLeaving = "csm-leaving"
  case lowHealth = "low-health"
  case healthFalling = "health-falling"
  case usageFalling = "usage-falling"
  case sponsorQuiet = "sponsor-quiet"
  case sponsorGone = "sponsor-gone"
  case escalationOpen = "escalation-open"
  case relationshipAtRisk = "relationship-at-risk"
  case renewalUntouched = "renewal-untouched"
  case renewalPassed = "renewal-passed"
  case onboardingLate = "onboarding-late"
  // expansion
  case renewalWindow = "renewal-window"
  case usageRising = "usage-rising"
  case qbrWindow = "qbr-window"
  case onboardingDone = "onboarding-done"
  case goalWindow = "goal-window"
  // unseen
  case overdue
  case neverSeen = "never-seen"
  // silent
  case leaving, healthy, unknown
  // transition
  case sponsorChanged = "sponsor-changed"
  case segmentChanged = "segment-changed"
  case merger, acquisition, reorganisation, relocation
  // middle
  case middleUnseen = "middle-unseen"
  case middleFalling = "middle-falling"
  // unmapped, attention
  case potentialUnknown = "potential-unknown"
  case tooFewHours = "too-few-hours"
  case tooManyHours = "too-many-hours"
  case outsideServiceLevel = "outside-service-level"
  case costsMore = "costs-more-than-it-brings"
  // portfolio
  case overLimit = "over-limit"
  case smallAndUnseen = "small-and-unseen"
}
