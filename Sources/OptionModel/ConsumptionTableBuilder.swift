/// Collects the consumptions of options one after another, and finds those that agree with earlier ones.
///
/// Lists of resources are compared with those of all earlier options, lists of amounts with those of the same group:
/// other groups rarely have the same.
struct ConsumptionTableBuilder {
  private var places: [ConsumptionTable.Place] = []
  private var resources = SharedLists()
  private var amounts = SharedLists()
  private var count = 0
  /// Of the option added last, which may still get more.
  private var lastResources: [Int32] = []
  private var lastAmounts: [Int32] = []
  /// Where in them a resource is, kept only for options with many consumptions.
  private var lastPlaces: [Int32: Int] = [:]
  private var isOpen = false

  var optionCount: Int { places.count + (isOpen ? 1 : 0) }

  mutating func beginGroup() {
    closeOption()
    amounts.forget()
  }

  mutating func addOption() {
    closeOption()
    isOpen = true
  }

  /// Adds to the consumption of the option added last. `false` if the sum needs more than 32 bits.
  mutating func consume(_ amount: Int32, of resource: Int32) -> Bool {
    guard let place = place(of: resource) else {
      if !lastPlaces.isEmpty { lastPlaces[resource] = lastResources.count }
      lastResources.append(resource)
      lastAmounts.append(amount)
      return true
    }
    let (sum, overflow) = lastAmounts[place].addingReportingOverflow(amount)
    if !overflow { lastAmounts[place] = sum }
    return !overflow
  }

  consuming func build() -> ConsumptionTable {
    closeOption()
    return ConsumptionTable(places: places, resources: resources.values, amounts: amounts.values, count: count)
  }

  private static let longOption = 24

  /// Most options have a handful of consumptions, which are looked through; those of large families have hundreds.
  private mutating func place(of resource: Int32) -> Int? {
    guard lastResources.count > Self.longOption else { return lastResources.firstIndex(of: resource) }
    if lastPlaces.isEmpty {
      for (place, resource) in lastResources.enumerated() { lastPlaces[resource] = place }
    }
    return lastPlaces[resource]
  }

  private mutating func closeOption() {
    guard isOpen else { return }
    places.append(
      ConsumptionTable.Place(
        resources: resources.place(of: lastResources), amounts: amounts.place(of: lastAmounts),
        count: UInt32(truncatingIfNeeded: lastResources.count)))
    count += lastResources.count
    lastResources.removeAll(keepingCapacity: true)
    lastAmounts.removeAll(keepingCapacity: true)
    lastPlaces.removeAll()
    isOpen = false
  }
}
