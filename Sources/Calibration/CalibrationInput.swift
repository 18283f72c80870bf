package import Portfolio

/// What a calibration is made from.
package struct CalibrationInput: Sendable {
  package var portfolio: Portfolio
  package var activities: [Activity]
  /// Large errors count less than their square.
  package var isRobust: Bool
  package var seed: UInt64

  package init(portfolio: Portfolio, activities: [Activity], isRobust: Bool = false, seed: UInt64 = 1) {
    self.portfolio = portfolio
    self.activities = activities
    self.isRobust = isRobust
    self.seed = seed
  }
}
