package import Portfolio

/// Which rule made which part of an option. The charges add up to its cost; the consumptions of a resource add up
/// to what the model says it consumes.
package struct OptionProvenance: Sendable, Hashable {
  package struct Charge: Sendable, Hashable {
    package let rule: RuleID
    /// Index of the account that is charged.
    package let account: Int
    package let micropoints: Int64
    /// A short clause for a reader: `Dana Lee does not cover EMEA`.
    package let reason: String
  }

  package struct Consumption: Sendable, Hashable {
    package let rule: RuleID
    package let account: Int
    package let resource: ResourceKey
    /// In quanta of the resource.
    package let amount: Int64
  }

  package var charges: [Charge] = []
  package var consumptions: [Consumption] = []

  /// The cost of the option in micropoints.
  package var cost: Int64 { charges.reduce(0) { $0 + $1.micropoints } }
}
