import Portfolio

/// Thresholds of postures that the policy gives as percentiles.
struct PosturePercentiles {
  enum Scope: String, CaseIterable {
    /// Among all accounts.
    case base
    /// Among the accounts of the same tier.
    case tier
  }

  var value: PerTier<Int>?
  var potential: PerTier<Int>?
  var within = Scope.base

  /// Puts amounts where percentiles were given.
  func resolve(_ effort: inout EffortPolicy, accounts: [Account]) {
    guard value != nil || potential != nil else { return }
    let groups = within == .tier ? Dictionary(grouping: accounts, by: \.tier) : ["": accounts]
    let tiers = Set(accounts.map(\.tier)).sorted()
    if let value { effort.postureValue = amounts(value, groups, tiers, \.arr) }
    if let potential { effort.posturePotential = amounts(potential, groups, tiers, \.potential) }
  }

  private func amounts(
    _ percentiles: PerTier<Int>, _ groups: [String: [Account]], _ tiers: [String],
    _ measure: KeyPath<Account, Money?>
  ) -> PerTier<Money> {
    let sorted = groups.mapValues { $0.compactMap { $0[keyPath: measure]?.value }.sorted() }
    var result = PerTier(Money(.max))
    for tier in tiers {
      let values = sorted[within == .tier ? tier : ""] ?? []
      result[tier] = Money(max(1, Percentile.of(values, percentiles[tier]) ?? .max))
    }
    return result
  }
}
