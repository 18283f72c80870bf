package import Compilation

/// Rules to lift, and by how much, so that all others can hold.
package struct Repair: Sendable, Hashable {
  package struct Step: Sendable, Hashable {
    package let instance: RuleInstance
    /// Of a limit: what it is, and what it must become, in quanta.
    package let limits: Limits?
    /// In micropoints, see `RepairPrices`.
    package let price: Int64
  }

  package struct Limits: Sendable, Hashable {
    package let today: Int64
    package let needed: Int64
  }

  /// Bans by account, then limits in the order of the model.
  package let steps: [Step]
  /// The sum of the prices.
  package let price: Int64
  /// No repair that lifts limits, and bans of bound accounts, is cheaper than this; certified, in micropoints.
  package let bound: Int64

  package var isCheapest: Bool { price <= bound }

  package init(steps: [Step], price: Int64, bound: Int64) {
    self.steps = steps
    self.price = price
    self.bound = bound
  }
}
