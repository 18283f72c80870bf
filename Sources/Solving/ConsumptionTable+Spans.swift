import OptionModel

extension ConsumptionTable.Place {
  /// The sum of the amounts times a value per resource.
  @inline(__always)
  func sum(_ resources: Span<Int32>, _ amounts: Span<Int32>, times values: Span<Double>) -> Double {
    let (firstResource, firstAmount) = (Int(self.resources), Int(self.amounts))
    var sum = 0.0
    for index in 0..<Int(count) {
      sum +=
        values[unchecked: Int(resources[unchecked: firstResource + index])]
        * Double(amounts[unchecked: firstAmount + index])
    }
    return sum
  }

  /// Adds the amounts times a factor to a load per resource.
  @inline(__always)
  func add(_ resources: Span<Int32>, _ amounts: Span<Int32>, times factor: Double, to loads: inout MutableSpan<Double>)
  {
    let (firstResource, firstAmount) = (Int(self.resources), Int(self.amounts))
    for index in 0..<Int(count) {
      loads[unchecked: Int(resources[unchecked: firstResource + index])] +=
        factor * Double(amounts[unchecked: firstAmount + index])
    }
  }
}
