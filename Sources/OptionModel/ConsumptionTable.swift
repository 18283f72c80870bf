/// What all options consume, stored once where options agree.
///
/// Options of one group at different CSMs usually consume the same amounts of different resources, options of different
/// groups at one CSM other amounts of the same resources. So an option points to a list of resources and to a list of
/// amounts, and each different list is there once: see `ConsumptionTableBuilder`.
package struct ConsumptionTable: Equatable, Sendable {
  /// Where the consumptions of an option are: its `i`-th takes `amounts[place.amounts + i]` quanta of the resource
  /// `resources[place.resources + i]`, for `i` below `place.count`.
  package struct Place: Hashable, Sendable {
    package let resources: UInt32
    package let amounts: UInt32
    package let count: UInt32
  }

  /// By option; 12 bytes each.
  package let places: [Place]
  package let resources: [Int32]
  /// In quanta.
  package let amounts: [Int32]
  /// Consumptions of all options together.
  package let count: Int

  init(places: [Place], resources: [Int32], amounts: [Int32], count: Int) {
    self.places = places
    self.resources = resources
    self.amounts = amounts
    self.count = count
  }

  package static let empty = ConsumptionTable(places: [], resources: [], amounts: [], count: 0)
}
