/// How much of a model is audited: every group up to `exhaustiveUpTo` accounts, else `groups` of them, drawn from
/// `seed`. Resources are always audited in full.
package struct AuditSample: Sendable, Hashable {
  package var seed: UInt64
  package var groups: Int
  package var exhaustiveUpTo: Int

  package init(seed: UInt64 = 1, groups: Int = 200, exhaustiveUpTo: Int = 1000) {
    self.seed = seed
    self.groups = groups
    self.exhaustiveUpTo = exhaustiveUpTo
  }

  /// Ascending indices of the groups to audit; the same seed draws the same.
  func indices(groupCount: Int, accountCount: Int) -> [Int] {
    guard accountCount > exhaustiveUpTo, groups < groupCount else { return Array(0..<groupCount) }
    var state = seed
    var indices = Array(0..<groupCount)
    for drawn in 0..<max(0, groups) {
      let other = drawn + Int(Self.next(&state) % UInt64(groupCount - drawn))
      indices.swapAt(drawn, other)
    }
    return indices.prefix(max(0, groups)).sorted()
  }

  /// SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", 2014).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
