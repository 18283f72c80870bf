/// The bans of options while they are collected, each instance kept once.
struct BanTable {
  private(set) var instances: [RuleInstance] = []
  private(set) var reasons: [String] = []
  private(set) var starts: [Int32] = [0]
  private(set) var numbers: [Int32] = []
  private var known: [RuleInstance: Int32] = [:]

  /// Adds the bans of the next option.
  mutating func append(_ bans: [(instance: RuleInstance, reason: String)]) {
    for ban in bans {
      let number = known[ban.instance] ?? Int32(instances.count)
      if number == Int32(instances.count) {
        known[ban.instance] = number
        instances.append(ban.instance)
        reasons.append(ban.reason)
      }
      if !numbers[Int(starts[starts.count - 1])...].contains(number) { numbers.append(number) }
    }
    starts.append(Int32(numbers.count))
  }
}
