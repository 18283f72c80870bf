package import Portfolio

/// One rule on one subject: the smallest thing that a person can lift.
package enum RuleInstance: Sendable, Hashable {
  /// A hard limit.
  case limit(ResourceKey)
  /// A rule that keeps an account and a CSM apart: region, domain, tier, language, a forbidden pair.
  case pairing(RuleID, account: Int32, csm: Int32)
  /// A rule about an account: a pin, an agreement, a lock, its moments, its blackouts, the pool.
  case account(RuleID, account: Int32)
  /// A rule about a CSM as receiver: a departure, presence.
  case receiver(RuleID, csm: Int32)
  /// A rule that keeps accounts, which nobody bound, from leaving the book of a CSM.
  case book(RuleID, csm: Int32)

  package var rule: RuleID {
    switch self {
    case .limit(let key): key.rule
    case .pairing(let rule, _, _), .account(let rule, _), .receiver(let rule, _), .book(let rule, _): rule
    }
  }
}
