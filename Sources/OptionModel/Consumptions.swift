/// What an option takes of one resource, in quanta.
package struct Consumption: Hashable, Sendable {
  package let resource: Int
  /// Fits 32 bits.
  package let amount: Int64
}

/// The consumptions of one option, each resource once.
package struct Consumptions: Sequence, IteratorProtocol {
  private let resources: [Int32]
  private let amounts: [Int32]
  private var resource: Int
  private var amount: Int
  private let end: Int

  init(_ place: ConsumptionTable.Place, in table: ConsumptionTable) {
    resources = table.resources
    amounts = table.amounts
    resource = Int(place.resources)
    amount = Int(place.amounts)
    end = resource + Int(place.count)
  }

  package mutating func next() -> Consumption? {
    guard resource < end else { return nil }
    let consumption = Consumption(resource: Int(resources[resource]), amount: Int64(amounts[amount]))
    resource += 1
    amount += 1
    return consumption
  }
}
