import Compilation
import PlanDocument
import Portfolio

extension PlanAssembler {
  /// Accounts without a permitted moment, sorted by account.
  func closedAccounts() -> [ClosedAccount] {
    plan.momentOutlooks.map { outlook in
      ClosedAccount(
        account: portfolio.accounts[outlook.account].id,
        obstacles: outlook.obstacles.map { obstacle in
          ClosedAccount.Obstacle(
            cause: ClosedAccount.Cause(obstacle.cause), detail: obstacle.detail, opens: obstacle.opens ? true : nil)
        },
        opensOn: outlook.opensOn)
    }.sorted { $0.account < $1.account }
  }

  /// `nil` where every account has a moment.
  func closedSentence(_ document: PlanDocument) -> String? {
    guard let closed = document.closedAccounts, !closed.isEmpty else { return nil }
    let count = closed.count
    let later = closed.count { $0.opensOn != nil }
    let opening = later == 0 ? "" : " For \(later) of them one opens within a year after it."
    return
      "\(count) \(count == 1 ? "account has" : "accounts have") no permitted moment inside the horizon and stay where they are."
      + opening
  }
}

extension ClosedAccount.Cause {
  init(_ cause: MomentOutlook.Cause) {
    switch cause {
    case .renewalNear: self = .renewalNear
    case .onboarding: self = .onboarding
    case .recentHandoff: self = .recentHandoff
    case .turnOfYear: self = .turnOfYear
    case .holiday: self = .holiday
    case .range: self = .range
    case .leave: self = .leave
    case .deferred: self = .deferred
    case .missingDate: self = .missingDate
    case .outsideHorizon: self = .outsideHorizon
    case .tier: self = .tier
    case .family: self = .family
    }
  }
}
