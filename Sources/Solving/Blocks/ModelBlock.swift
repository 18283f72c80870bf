import OptionModel

/// One block of a divided model: its own model, and which groups and resources of the whole that has, in order.
struct ModelBlock: Sendable {
  let model: OptionModel
  let groups: [Int]
  let resources: [Int]

  /// A block whose model is being built.
  struct Draft {
    private var builder = OptionModelBuilder()
    private var groups: [Int] = []
    private var resources: [Int] = []
    private var places: [Int: Int] = [:]
    private var constant: Int128 = 0

    /// A resource whose price is the least of the whole price and what other blocks pay for their part.
    mutating func add(
      _ resource: Int, of model: OptionModel, curve: PriceCurve, price: Int64, foreign: ClosedRange<Int64>
    ) -> Bool {
      let low = curve.range.lowerBound
      var pieces = curve.intervals.map { (slope: $0.slope, width: $0.width) }
      pieces.append((slope: price, width: foreign.upperBound - foreign.lowerBound))
      pieces.removeAll { $0.width == 0 }
      pieces.sort { $0.slope < $1.slope }
      let start = low - foreign.upperBound
      constant += Int128(model.resources[resource].charge(at: low)) - Int128(price) * Int128(foreign.upperBound)
      for piece in pieces where piece.slope < 0 { constant += Int128(piece.slope) * Int128(piece.width) }
      let segments = Self.segments(pieces, from: start)
      places[resource] = resources.count
      resources.append(resource)
      builder.addResource(
        Resource(lower: start, upper: start + pieces.reduce(0) { $0 + $1.width }, price: segments))
      return Int64(exactly: constant) != nil
    }

    /// Every corner is charged on the side that leads away from the least price.
    private static func segments(_ pieces: [(slope: Int64, width: Int64)], from start: Int64) -> [PriceSegment] {
      var segments: [PriceSegment] = []
      var end = start
      for (index, piece) in pieces.enumerated() {
        let before = index > 0 ? max(0, pieces[index - 1].slope) : 0
        if piece.slope > before { segments.append(PriceSegment(.over, end, rate: piece.slope - before)) }
        end += piece.width
        let after = index + 1 < pieces.count ? min(0, pieces[index + 1].slope) : 0
        if piece.slope < after { segments.append(PriceSegment(.under, end, rate: after - piece.slope)) }
      }
      return segments
    }

    /// A group whose options pay for the resources of other blocks and of none.
    mutating func add(_ group: Int, of model: OptionModel, prices: [Int64], isOwn: (Int) -> Bool) -> Bool {
      let options = model.options(ofGroup: group)
      let costs = options.map { option in
        model.consumptions(ofOption: option).reduce(Int128(model.cost(ofOption: option))) { sum, entry in
          let resource = Int(model.consumptionResources[entry])
          guard !isOwn(resource) else { return sum }
          return sum + Int128(prices[resource]) * Int128(model.consumptionAmounts[entry])
        }
      }
      let least = costs.min() ?? 0
      constant += least
      groups.append(group)
      builder.beginGroup()
      for (option, cost) in zip(options, costs) {
        guard let cost = Int64(exactly: cost - least) else { return false }
        builder.addOption(cost: cost)
        for entry in model.consumptions(ofOption: option) {
          guard let place = places[Int(model.consumptionResources[entry])] else { continue }
          builder.consume(Int64(model.consumptionAmounts[entry]), of: place)
        }
      }
      return true
    }

    consuming func build() -> ModelBlock? {
      guard let constant = Int64(exactly: constant) else { return nil }
      builder.addConstant(constant)
      guard let model = try? builder.build() else { return nil }
      return ModelBlock(model: model, groups: groups, resources: resources)
    }
  }
}
