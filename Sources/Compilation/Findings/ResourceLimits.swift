package import Portfolio

/// What bounds a resource, and what it carries if nothing moves; in quanta of the resource.
package struct ResourceLimits: Sendable, Hashable {
  package let key: ResourceKey
  /// What the policy allows; `nil`: no hard limit.
  package let policyLimit: Int64?
  package let inheritedLoad: Int64
  /// What the model allows: the larger of both.
  package let upper: Int64?
  /// For hours.
  package let band: CapacityBand?
}
