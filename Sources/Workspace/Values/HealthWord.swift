/// HubSpot's sentiment (`hs_csm_sentiment`) as a score. No figures are published: these are ours, chosen so that
/// `at_risk` lies below the limit of 60 and the others above it.
enum HealthWord: String, CaseIterable {
  case atRisk = "atrisk"
  case neutral, healthy

  init?(spelling: String) { self.init(rawValue: ColumnName.folded(spelling).filter { $0 != "-" }) }

  var score: Int {
    switch self {
    case .atRisk: 40
    case .neutral: 70
    case .healthy: 90
    }
  }

  static let note =
    "Words count as scores: at_risk \(atRisk.score), neutral \(neutral.score), healthy \(healthy.score)."
}
