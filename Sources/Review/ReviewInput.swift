package import PlanDocument
package import Portfolio

/// What a review is made from.
package struct ReviewInput: Sendable {
  package var portfolio: Portfolio
  /// `nil`: there is no `activity.csv`.
  package var activities: [Activity]?
  /// A plan of the same portfolio, for the hours that are meant to be given.
  package var plan: PlanDocument?
  /// The books of an earlier day, with the name of where they come from.
  package var previous: (name: String, books: [BookEntry])?
  /// File name to SHA-256.
  package var inputs: [String: String]
  /// Whether `accounts.csv` has a column about touches at all.
  package var hasTouchColumn: Bool

  package init(
    portfolio: Portfolio, activities: [Activity]? = nil, plan: PlanDocument? = nil,
    previous: (name: String, books: [BookEntry])? = nil, inputs: [String: String] = [:], hasTouchColumn: Bool = true
  ) {
    self.portfolio = portfolio
    self.activities = activities
    self.plan = plan
    self.previous = previous
    self.inputs = inputs
    self.hasTouchColumn = hasTouchColumn
  }
}
