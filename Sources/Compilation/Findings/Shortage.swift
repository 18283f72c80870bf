/// Accounts that need something no CSM who remains can give.
package struct Shortage: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case region, tier, domain, language }
  package let kind: Kind
  /// The region, tier, domain or language that nobody covers, as an account spells it.
  package let value: String
  /// Indices of the accounts that need it, ascending.
  package let accounts: [Int]
  /// Their nominal effort per month.
  package let minutes: Int64
}
