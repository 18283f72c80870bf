/// SplitMix64 (Steele, Lea and Flood 2014), and draws that use nothing but exact or correctly rounded arithmetic, so
/// that a seed means the same bytes on every platform.
struct BenchmarkRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 0x9E37_79B9_7F4A_7C15 }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Uniform in 0 ..< 1.
  mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * fraction()
  }

  /// A whole number of the range; a range of 2^32 numbers is the widest.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    let count = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(truncatingIfNeeded: ((next() >> 32) &* count) >> 32)
  }

  mutating func chance(percent: Int) -> Bool { integer(in: 0...99) < percent }

  /// An index of the list of weights, whole numbers.
  mutating func index(weights: [Int]) -> Int {
    var rest = integer(in: 0...(weights.reduce(0, +) - 1))
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    return weights.count - 1
  }

  mutating func element<Element>(_ elements: [Element]) -> Element { elements[integer(in: 0...(elements.count - 1))] }

  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(in: 0...last))
    }
  }
}
