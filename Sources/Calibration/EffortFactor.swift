package import Portfolio

/// What changes the estimate of an account's effort, in percent of the base of its tier.
package enum EffortFactor: Int, Sendable, Hashable, CaseIterable {
  case invest, defend, grow, serve, onboarding, lowHealth, escalation, highARR

  init(_ posture: Posture) {
    switch posture {
    case .invest: self = .invest
    case .defend: self = .defend
    case .grow: self = .grow
    case .serve: self = .serve
    }
  }

  var isPosture: Bool { rawValue <= EffortFactor.serve.rawValue }

  /// Where the policy has it, under `effort`.
  package var key: String {
    switch self {
    case .invest: "posture.invest_percent"
    case .defend: "posture.defend_percent"
    case .grow: "posture.grow_percent"
    case .serve: "posture.serve_percent"
    case .onboarding: "onboarding_percent"
    case .lowHealth: "low_health_percent"
    case .escalation: "escalation_percent"
    case .highARR: "high_arr_percent"
    }
  }

  /// What the policy has now.
  package func percent(in policy: EffortPolicy) -> Percent {
    switch self {
    case .invest: policy.investPercent
    case .defend: policy.defendPercent
    case .grow: policy.growPercent
    case .serve: policy.servePercent
    case .onboarding: policy.onboardingPercent
    case .lowHealth: policy.lowHealthPercent
    case .escalation: policy.escalationPercent
    case .highARR: policy.highARRPercent
    }
  }
}
