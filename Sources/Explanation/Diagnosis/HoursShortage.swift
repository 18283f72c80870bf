/// Hours that are missing in a period, whoever is assigned to what: accounts that only a few people may serve need more
/// than these people together may work.
package struct HoursShortage: Sendable, Hashable {
  /// Accounts of one region, tier and set of domains.
  package struct Need: Sendable, Hashable {
    package let region: String
    package let domains: [String]
    package let tier: String
    package let accounts: Int
    /// Minutes of the period; in the tail a month's.
    package let minutes: Int64
  }

  /// The steady state after the horizon is the last.
  package let period: Int
  package let needs: [Need]
  /// Indices of all who may serve any of these accounts in the period.
  package let csms: [Int32]
  /// What the accounts need at least, and what these people may work at most by the policy.
  package let needed: Int64
  package let available: Int64

  /// In every plan at least so many minutes are above somebody's hard limit or of accounts without a CSM. Exact.
  package var missing: Int64 { needed - available }
}
