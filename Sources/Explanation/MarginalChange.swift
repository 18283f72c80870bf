/// What changes when one group chooses another option and all else stays.
package struct MarginalChange: Sendable {
  package struct ResourceShift: Sendable {
    package var resource: Int
    package var before: Int64
    package var after: Int64
    /// Change of the resource's price, in micropoints.
    package var charge: Int64
  }

  /// Change of the objective in micropoints: option costs and resource prices.
  package var objective: Int64
  /// Change of the option costs alone.
  package var optionCost: Int64
  /// Resources whose load changes, by index.
  package var shifts: [ResourceShift]
  /// Resources that would leave their hard limits, or leave them further.
  package var broken: [Int]

  package var isFeasible: Bool { broken.isEmpty }
}
