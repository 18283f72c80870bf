package import Portfolio

/// Something that is wrong before anything moves: it may stay, is charged, and excuses nothing new.
package enum InheritedBreach: Sendable, Hashable {
  /// An account whose incumbent would not be permitted as a receiver.
  case pairing(account: Int, csm: Int, rule: RuleID, reason: String)
  /// A limit that the books exceed if nothing moves.
  case limit(resource: ResourceKey, limit: Int64, inherited: Int64)
}
