import OptionModel

extension ConsumptionTable.Place {
  /// A cost and the amounts times a price per resource.
  @inline(__always)
  func price(from cost: Double, _ resources: Span<Int32>, _ amounts: Span<Int32>, _ prices: Span<Double>) -> Double {
    let (firstResource, firstAmount) = (Int(self.resources), Int(self.amounts))
    var sum = cost
    for index in 0..<Int(count) {
      sum +=
        prices[unchecked: Int(resources[unchecked: firstResource + index])]
        * Double(amounts[unchecked: firstAmount + index])
    }
    return sum
  }

  /// Adds the amounts times a factor to a load per resource.
  @inline(__always)
  func addLoads(
    _ resources: Span<Int32>, _ amounts: Span<Int32>, times factor: Double, to loads: inout MutableSpan<Double>
  ) {
    let (firstResource, firstAmount) = (Int(self.resources), Int(self.amounts))
    for index in 0..<Int(count) {
      loads[unchecked: Int(resources[unchecked: firstResource + index])] +=
        factor * Double(amounts[unchecked: firstAmount + index])
    }
  }
}
