/// SplitMix64 (Steele, Lea and Flood 2014): the same draws on every platform.
struct RandomDraws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// 0..<count, by the upper bits of a product (D. Lemire 2019); its bias is below count / 2⁶⁴.
  mutating func next(below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)).multipliedFullWidth(by: UInt64(count)).high)
  }
}
