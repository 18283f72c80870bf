/// A generated account. Days are relative to the first day of the plan.
struct AccountDraft {
  enum Tier: Int, CaseIterable {
    case strategic, enterprise, midMarket, small

    var name: String {
      switch self {
      case .strategic: "strategic"
      case .enterprise: "enterprise"
      case .midMarket: "mid-market"
      case .small: "small"
      }
    }

    /// Of the accounts, in percent.
    static let shares = [3, 12, 35, 50]
    /// Typical hours per month, before they are fitted to the capacity of the region.
    static let hours = [25.0, 11.0, 4.0, 1.0]
    /// Typical ARR.
    static let arr = [600_000.0, 180_000.0, 45_000.0, 9_000.0]
  }

  var tier: Tier
  var region: Int
  /// The account speaks the language of its region and nothing else.
  var needsLanguage: Bool
  /// `nil`: no special knowledge is needed.
  var domain: Int?
  /// Per month.
  var hours: Double
  /// `nil`: nobody looks after the account.
  var incumbent: Int?
  /// The head of the family; heads of families have none.
  var parent: Int?
  var arr: Int
  var health: Int
  var isOnboarding: Bool
  var onboardingEnd: Int?
  var renewal: Int
  var nextReview: Int?
  var incumbentSince: Int
  var changes: Int
  var hasEscalation: Bool
}
