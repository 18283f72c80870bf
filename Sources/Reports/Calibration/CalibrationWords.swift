import PlanDocument

/// Coefficients in words.
enum CalibrationWords {
  static func name(_ coefficient: CalibratedCoefficient) -> String {
    coefficient.tier ?? name(key: coefficient.key)
  }

  private static func name(key: String) -> String {
    switch key {
    case "onboarding_percent": "onboarding"
    case "low_health_percent": "low health"
    case "escalation_percent": "open escalation"
    case "high_arr_percent": "high ARR"
    case "posture.invest_percent": "posture invest"
    case "posture.defend_percent": "posture defend"
    case "posture.grow_percent": "posture grow"
    case "posture.serve_percent": "posture serve"
    default: key
    }
  }

  /// Why the value of the policy stays.
  static func reason(_ coefficient: CalibratedCoefficient, _ document: CalibrationDocument) -> String {
    switch coefficient.state {
    case .fitted, .clipped: ""
    case .tooFew: "\(document.accountsPerCoefficient - coefficient.accounts) accounts more are needed"
    case .reference: "the other postures are measured against it"
    case .collinear:
      "the same accounts as \((coefficient.sameAs ?? []).map { Terminal(escaping: name(key: $0)).rendered }.joined(separator: ", "))"
    }
  }
}
