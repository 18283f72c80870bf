import PlanDocument
import Portfolio

/// A written rule of the policy, applied to every account.
struct CriterionRule {
  private enum Answer { case yes, no, notKnown }

  let criterion: ReviewCriterion

  func apply(_ view: PortfolioView, _ maker: FindingMaker) -> (document: CriterionDocument, findings: [ReviewFinding]) {
    var notKnown = 0
    let findings = view.accounts.compactMap { account -> ReviewFinding? in
      let answers = answers(account)
      if answers.contains(.no) { return nil }
      if answers.contains(.notKnown) {
        notKnown += 1
        return nil
      }
      return isEmpty(account, view) ? nil : finding(account, maker)
    }
    let document = CriterionDocument(
      id: criterion.id, reason: criterion.reason, outcome: criterion.outcome, conditions: conditions,
      met: findings.count, notKnown: notKnown)
    return (document, findings)
  }

  /// What the rule asks for is so already.
  private func isEmpty(_ account: AccountView, _ view: PortfolioView) -> Bool {
    switch criterion.outcome {
    case .pool: account.account.poolOK && view.csm(account)?.kind == .pool
    case .keep, .release: account.account.csmID == nil
    case .moment: false
    }
  }

  private func finding(_ account: AccountView, _ maker: FindingMaker) -> ReviewFinding {
    maker.finding(
      .criterion, criterion.id, account, criterion.bounds.map { number($0.measure, account) }, .followRule,
      handoff: criterion.outcome == .keep ? .no : criterion.outcome == .moment ? .possible : .yes,
      weight: account.arr ?? 0)
  }

  private func answers(_ account: AccountView) -> [Answer] {
    let bounds = criterion.bounds.map { bound -> Answer in
      guard let value = number(bound.measure, account).value else { return .notKnown }
      return (value >= bound.value) == bound.isAtLeast ? .yes : .no
    }
    return bounds + [posture(account), tier(account)]
  }

  private func posture(_ account: AccountView) -> Answer {
    if criterion.postures.isEmpty { return .yes }
    return account.posture.map { criterion.postures.contains($0) ? .yes : .no } ?? .notKnown
  }

  private func tier(_ account: AccountView) -> Answer {
    let folded = TierName.folded(account.account.tier)
    return criterion.tiers.isEmpty || criterion.tiers.contains { TierName.folded($0) == folded } ? .yes : .no
  }

  private func number(_ measure: ReviewCriterion.Measure, _ account: AccountView) -> ReviewNumber {
    switch measure {
    case .health: ReviewNumber(.health, account.account.health.map(Int64.init))
    case .arr: ReviewNumber(.arr, account.arr)
    case .potential: ReviewNumber(.potential, account.account.potential?.value)
    case .lifetime: ReviewNumber(.lifetimeValue, account.lifetimeValue)
    // A cost that is only estimated decides nothing about an account.
    case .profit: ReviewNumber(.profit, account.minutesGiven == nil ? nil : account.profit)
    case .effort: ReviewNumber(.minutesGiven, account.minutesGiven)
    }
  }

  private var conditions: [String] {
    let bounds = criterion.bounds.map { "\(name($0.measure)) \($0.isAtLeast ? "at least" : "below") \(value($0))" }
    let postures = criterion.postures.map(\.rawValue).joined(separator: " or ")
    let tiers = criterion.tiers.joined(separator: " or ")
    return bounds + (postures.isEmpty ? [] : ["posture \(postures)"]) + (tiers.isEmpty ? [] : ["tier \(tiers)"])
  }

  private func name(_ measure: ReviewCriterion.Measure) -> String {
    switch measure {
    case .health: "health"
    case .arr: "ARR"
    case .potential: "potential"
    case .lifetime: "lifetime value"
    case .profit: "profit"
    case .effort: "hours a month"
    }
  }

  /// Hours with one decimal where they are not whole.
  private func value(_ bound: ReviewCriterion.Bound) -> String {
    guard bound.measure == .effort else { return String(bound.value) }
    let tenths = (bound.value * 10 + 30) / 60
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
