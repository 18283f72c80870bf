import OptionModel
import Portfolio

/// The resources of a model while the rules declare them, in the order of the formulation.
struct ResourceBook {
  private(set) var keys: [ResourceKey] = []
  private(set) var resources: [Resource] = []
  /// The limit of the policy, before what is already wrong is allowed for.
  private(set) var limits: [Int64?] = []

  /// Adds a resource with an upper limit and a price, and returns its index. Rates of 0 charge nothing and are left
  /// out; else the price is kept as it is given, so that resources with one price share its memory.
  mutating func declare(_ key: ResourceKey, limit: Int64? = nil, price: [PriceSegment] = []) -> Int32 {
    keys.append(key)
    limits.append(limit)
    let isCharged = price.allSatisfy { $0.rate != 0 }
    resources.append(Resource(upper: limit, price: isCharged ? price : price.filter { $0.rate != 0 }))
    return Int32(keys.count - 1)
  }

  /// `hard'(limit, inherited)`: what is already wrong may stay wrong, not grow.
  mutating func allow(inherited loads: [Int64]) {
    for (index, load) in loads.enumerated() {
      if let limit = limits[index] { resources[index].upper = max(limit, load) }
    }
  }
}
