/// One row in the making: all columns at hand, those that were touched remembered.
struct SparseRow {
  private(set) var values: [Int128]
  private(set) var touched: [Int] = []
  private var isTouched: [Bool]

  init(count: Int) {
    values = Array(repeating: 0, count: count)
    isTouched = Array(repeating: false, count: count)
  }

  mutating func add(_ factor: Int128, times coefficient: Int64, at index: Int) throws(ExactBound.Reason) {
    if !isTouched[index] {
      isTouched[index] = true
      touched.append(index)
    }
    var sum = ExactSum(values[index])
    try sum.add(factor, times: Int128(coefficient))
    values[index] = sum.value
  }

  /// Turns the sign, and takes what the variable contributes at its upper end off the right side.
  mutating func complement(_ index: Int, upperEnd: Int128, right: inout ExactSum) throws(ExactBound.Reason) {
    var negated = ExactSum()
    try negated.subtract(values[index])
    try right.add(negated.value, times: upperEnd)
    values[index] = negated.value
  }

  /// The variable is 1.
  mutating func substituteOne(at index: Int, right: inout ExactSum) throws(ExactBound.Reason) {
    try right.subtract(values[index])
    values[index] = 0
  }

  mutating func replaceTouched(
    _ change: (Int128) throws(ExactBound.Reason) -> Int128
  ) throws(ExactBound.Reason) {
    for index in touched { values[index] = try change(values[index]) }
  }

  /// Divides by a power of two, rounding down.
  mutating func shiftTouched(right shift: Int32) {
    for index in touched { values[index] >>= shift }
  }

  mutating func clear() {
    for index in touched {
      values[index] = 0
      isTouched[index] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
