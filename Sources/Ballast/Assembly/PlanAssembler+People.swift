import PlanDocument
import Portfolio

extension AccountSituation {
  /// `nil` where the account says nothing.
  init?(_ account: Account) {
    self.init()
    lifecycle = account.lifecycle?.rawValue
    relationship = account.relationship?.rawValue
    language = account.language
    csmSince = account.csmSince
    onboardingEnd = account.onboardingEnd
    nextQBR = account.nextQBR
    lastTouch = account.lastTouch
    sponsorChangedOn = account.sponsorChangedOn
    segmentChangedOn = account.segmentChangedOn
    escalationOpen = account.escalationOpen ? true : nil
    escalationClosedOn = account.escalationClosedOn
    if self == AccountSituation() { return nil }
  }
}

extension BookDocument {
  /// How to reach a CSM, who leads them, what they know, when they are away.
  mutating func describe(_ facts: CSM) {
    email = facts.email
    manager = facts.managerID
    domains = facts.domains.isEmpty ? nil : facts.domains.mapValues(\.rawValue)
    leaveStart = facts.leave?.start
    leaveEnd = facts.leave?.end
  }
}
