package import Portfolio

/// Why no moment permits an account to move inside the horizon, and what would open one.
package struct MomentOutlook: Sendable, Hashable {
  /// In the order in which a reader wants them.
  package enum Cause: Int, Sendable, Hashable, CaseIterable {
    case renewalNear, onboarding, recentHandoff, turnOfYear, holiday, range, leave, deferred
    case missingDate, outsideHorizon, tier, family
  }

  package struct Obstacle: Sendable, Hashable {
    package var cause: Cause
    /// The reason of a range or a holiday, the column of a missing date.
    package var detail: String?
    /// Without this one alone a moment would be open.
    package var opens = false
  }

  package let account: Int
  package let obstacles: [Obstacle]
  /// The first day within a year after the horizon on which a moment is open.
  package let opensOn: CalendarDate?
}
