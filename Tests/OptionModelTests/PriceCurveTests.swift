import OptionModel
import Testing

@Suite("Price curves")
struct PriceCurveTests {
  private static let resource = Resource(price: [
    PriceSegment(.under, 4, rate: 3), PriceSegment(.over, 2, rate: 5), PriceSegment(.over, 2, rate: 1),
    PriceSegment(.over, 9, rate: 7), PriceSegment(.under, -50, rate: 2), PriceSegment(.over, 99, rate: 1),
  ])

  @Test(
    "Slopes rise, intervals cover the range, and their sum is the price",
    arguments: [-60...120, -3...12, 5...5])
  func intervals(range: ClosedRange<Int64>) {
    let curve = PriceCurve(of: Self.resource, over: range)
    #expect(curve.intervals.reduce(0) { $0 + $1.width } == range.upperBound - range.lowerBound)
    #expect(curve.intervals.map(\.slope) == curve.intervals.map(\.slope).sorted())
    var price = Self.resource.charge(at: range.lowerBound)
    for interval in curve.intervals {
      price += interval.slope * interval.width
      #expect(price == Self.resource.charge(at: interval.end))
    }
  }

  @Test("The cheapest load is cheapest", arguments: [-60...120, 5...20, -20...1])
  func cheapest(range: ClosedRange<Int64>) {
    let curve = PriceCurve(of: Self.resource, over: range)
    #expect(range.contains(curve.cheapestLoad))
    #expect(curve.cheapestPrice == range.map { Self.resource.charge(at: $0) }.min())
  }

  @Test("The conjugate is the minimum over all integer loads")
  func conjugate() {
    for range: ClosedRange<Int64> in [-60...120, -3...12, 5...5] {
      let curve = PriceCurve(of: Self.resource, over: range)
      for slope: Int64 in -20...60 {
        let best = range.map { Int128(Self.resource.charge(at: $0)) * 4 - Int128(slope) * Int128($0) }.min()
        #expect(curve.conjugate(slope: slope, scale: 4, resource: Self.resource) == best)
      }
    }
  }

  @Test("Permitted loads are the attainable ones inside the limits")
  func permitted() {
    #expect(Resource(lower: 2).permitted(within: 0...5) == 2...5)
    #expect(Resource(upper: 2).permitted(within: 0...5) == 0...2)
    #expect(Resource(lower: 6).permitted(within: 0...5) == nil)
  }
}
