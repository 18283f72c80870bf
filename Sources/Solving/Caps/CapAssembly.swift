import OptionModel

/// Writes caps into a model, one after the other; see `CappedModel`.
struct CapAssembly {
  private let base: OptionModel
  private let attainable: [ClosedRange<Int64>]
  private var resources: [Resource]
  /// Twins by resource of the base.
  private var twins: [Int: [Int]] = [:]
  private var isFolded: [Bool]
  private var capCosts: [(row: Int, amounts: [Int64])] = []
  private var digits: [(row: Int, width: Int64, cap: Int, amount: Int64)] = []

  private(set) var rows: [(resource: Int, micropoints: Int64)] = []
  private(set) var excesses: [CapExcess] = []
  private(set) var isExact = true

  init(_ base: OptionModel) {
    self.base = base
    attainable = base.attainableLoads()
    resources = base.resources
    isFolded = base.resources.map { !$0.price.isEmpty }
  }

  mutating func add(_ cap: CostCap) {
    let (costs, least) = costsAboveLeast(cap)
    let curves = curves(of: cap)
    let quantum = CapQuantum(costs: costs, intervals: curves.lazy.flatMap { $0.curve.intervals })
    isExact = isExact && quantum.isExact
    let constant = curves.reduce(Int128(least)) { $0 + Int128($1.curve.cheapestPrice) }
    let room = Int128(cap.upper) - constant
    let micropoints = Int128(quantum.micropoints)
    let limit = room >= 0 ? room / micropoints : -((-room - 1) / micropoints + 1)
    let row = resources.count
    resources.append(Resource(upper: Int64(clamping: limit)))
    rows.append((row, quantum.micropoints))
    capCosts.append((row, costs.map { $0 / quantum.micropoints }))
    for (resource, curve) in curves { add(resource, curve, cap: row, quantum) }
  }

  /// Each group takes one option, so that what its cheapest one charges is charged anyway.
  private func costsAboveLeast(_ cap: CostCap) -> (costs: [Int64], least: Int64) {
    var (costs, sum) = (cap.costs, Int64(0))
    for group in 0..<base.groupCount {
      let options = base.options(ofGroup: group)
      let least = options.reduce(Int64.max) { min($0, costs[$1]) }
      for option in options { costs[option] -= least }
      sum += least
    }
    return (costs, sum)
  }

  /// Resources without permitted loads make the model infeasible as they are.
  private func curves(of cap: CostCap) -> [(resource: Int, curve: PriceCurve)] {
    base.resources.indices.compactMap { index in
      let resource = base.resources[index]
      guard cap.prices[index].contains(where: { $0.rate > 0 }),
        let permitted = resource.permitted(within: attainable[index])
      else { return nil }
      let priced = Resource(lower: resource.lower, upper: resource.upper, price: cap.prices[index])
      return (index, PriceCurve(of: priced, over: permitted))
    }
  }

  private mutating func add(_ resource: Int, _ curve: PriceCurve, cap: Int, _ quantum: CapQuantum) {
    let falling = curve.intervals.filter { $0.slope < 0 }
    let rising = curve.intervals.filter { $0.slope > 0 }
    guard !falling.isEmpty || !rising.isEmpty else { return }
    let free = (falling.last?.end ?? curve.range.lowerBound)...(rising.first?.start ?? curve.range.upperBound)
    let row = row(for: resource)
    resources[row].lower = free.lowerBound
    resources[row].upper = free.upperBound
    let above = CapDigits(rising, quantum: quantum)
    let below = CapDigits(falling.reversed(), quantum: quantum)
    excesses.append(
      CapExcess(
        resource: resource, row: row, firstGroup: base.groupCount + digits.count, free: free, above: above,
        below: below))
    for part in above.intervals.joined() {
      digits.append((row, -part.width, cap, part.micropoints / quantum.micropoints))
    }
    for part in below.intervals.joined() {
      digits.append((row, part.width, cap, part.micropoints / quantum.micropoints))
    }
  }

  private mutating func row(for resource: Int) -> Int {
    guard isFolded[resource] else {
      isFolded[resource] = true
      return resource
    }
    resources.append(Resource())
    twins[resource, default: []].append(resources.count - 1)
    return resources.count - 1
  }

  func build() throws(InvalidOptionModel) -> OptionModel {
    var builder = OptionModelBuilder()
    builder.addConstant(base.constants[0])
    for resource in resources { builder.addResource(resource) }
    for group in 0..<base.groupCount {
      builder.beginGroup()
      for option in base.options(ofGroup: group) { add(option, to: &builder) }
    }
    for digit in digits {
      builder.beginGroup()
      builder.addOption(cost: 0)
      builder.addOption(cost: 0)
      builder.consume(digit.width, of: digit.row)
      builder.consume(digit.amount, of: digit.cap)
    }
    return try builder.build()
  }

  private func add(_ option: Int, to builder: inout OptionModelBuilder) {
    builder.addOption(cost: base.cost(ofOption: option))
    builder.consume(base.consumptions(ofOption: option))
    for consumed in base.consumptions(ofOption: option) {
      for twin in twins[consumed.resource] ?? [] { builder.consume(consumed.amount, of: twin) }
    }
    for cap in capCosts { builder.consume(cap.amounts[option], of: cap.row) }
  }
}
