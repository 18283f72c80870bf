import Portfolio

/// The thresholds of postures: amounts, or percentiles that become amounts once the accounts are read.
extension PolicyReader {
  func readPosture(_ section: SectionReader, _ document: inout PolicyDocument) {
    let percentile = PolicyType<Int>.count(1...99)
    var percentiles = PosturePercentiles()
    document.policy.effort.postureValue = optional(section, "value", .money)
    document.policy.effort.posturePotential = optional(section, "potential", .money)
    percentiles.value = optional(section, "value_percentile", percentile)
    percentiles.potential = optional(section, "potential_percentile", percentile)
    section.read("within", .choice, into: &percentiles.within)
    document.settings.postures = percentiles
    let change = PolicyType<Int64>.whole(-100...1_000)
    section.read("invest_percent", change, into: &document.policy.effort.investPercent)
    section.read("defend_percent", change, into: &document.policy.effort.defendPercent)
    section.read("grow_percent", change, into: &document.policy.effort.growPercent)
    section.read("serve_percent", change, into: &document.policy.effort.servePercent)
    section.finish()
    checkThresholds(section, document)
  }

  /// One for all tiers, or a table; a table without `default` says nothing about other tiers, so that none is high there.
  private func optional<Value: Sendable & Hashable & FixedThreshold>(
    _ section: SectionReader, _ key: String, _ type: PolicyType<Value>
  ) -> PerTier<Value>? {
    guard section.node(key) != nil else { return nil }
    var value = PerTier(Value.outOfReach)
    section.perTier(key, type, into: &value)
    return value
  }

  private func checkThresholds(_ section: SectionReader, _ document: PolicyDocument) {
    let (effort, percentiles) = (document.policy.effort, document.settings.postures)
    let counts = [
      ("value", [effort.postureValue != nil, percentiles.value != nil].count { $0 }),
      ("potential", [effort.posturePotential != nil, percentiles.potential != nil].count { $0 }),
    ]
    for (key, count) in counts where count == 2 {
      context.report(
        section.keys.first { $0.key == "\(key)_percentile" }?.node, section.path(of: "\(key)_percentile"),
        .init(
          "`\(section.path(of: key))` is given as well.", advice: "Maybe remove one: a threshold is one or the other."))
    }
    guard (counts[0].1 == 0) != (counts[1].1 == 0) else { return }
    let advice = "Maybe add the other one: posture is value times potential."
    context.report(
      section.keys.first?.node, section.path,
      .init("`\(section.path)` needs both `value` and `potential`.", advice: advice))
  }
}

/// A threshold that nothing reaches.
private protocol FixedThreshold {
  static var outOfReach: Self { get }
}

extension Money: FixedThreshold {
  fileprivate static var outOfReach: Money { Money(.max) }
}

extension Int: FixedThreshold {
  fileprivate static var outOfReach: Int { 100 }
}
