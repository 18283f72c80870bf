import Portfolio

/// Who might be hired, read off the portfolio: for each region with accounts the sets of domains that its accounts need,
/// as many domains in each as people there have now.
struct HeadcountProfiles {
  let portfolio: Portfolio
  /// So many profiles keep the search small; the regions with the most work come first.
  static let most = 8
  private static let perRegion = 3

  var profiles: [CSM] {
    let regions = Dictionary(grouping: portfolio.accounts, by: \.region)
    let ordered = regions.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let sets = ordered.map { region, accounts in
      domainSets(accounts, size: size(region)).map { (region: region, domains: $0) }
    }
    // The first set of every region before the second of any.
    let chosen = (0..<HeadcountProfiles.perRegion).flatMap { rank in
      sets.compactMap { $0.indices.contains(rank) ? $0[rank] : nil }
    }.prefix(HeadcountProfiles.most)
    let ids = ScenarioID.unique(chosen.map { "hire \($0.region) \($0.domains.sorted().joined(separator: " "))" })
    return zip(chosen, ids).map { profile($0.region, $0.domains, unused($1)) }
  }

  private func profile(_ region: String, _ domains: Set<String>, _ id: String) -> CSM {
    var csm = CSM(id: id, regions: [region])
    csm.kind = .open
    for domain in domains { csm.domains[domain] = .expert }
    csm.startDate = portfolio.asOf
    return csm
  }

  private func unused(_ id: String) -> String {
    portfolio.csms.contains { $0.id.hasPrefix(id) } ? "new-\(id)" : id
  }

  /// How many domains people who serve the region have, the middle one of them; at least 1.
  private func size(_ region: String) -> Int {
    let team = portfolio.csms.filter { $0.active && $0.kind == .person && $0.regions.contains(region) }
    let counts = team.map(\.domains.count).sorted()
    return max(1, counts.isEmpty ? 2 : counts[counts.count / 2])
  }

  /// The domains most accounts need; those next after them; and the largest set that one account needs.
  private func domainSets(_ accounts: [Account], size: Int) -> [Set<String>] {
    var demand: [String: Int64] = [:]
    var together: [Set<String>: Int64] = [:]
    for account in accounts {
      let minutes = account.effort?.value ?? 60
      for domain in account.domains { demand[domain, default: 0] += minutes }
      together[Set(account.domains), default: 0] += minutes
    }
    let ordered = demand.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    guard !ordered.isEmpty else { return [[]] }
    let first = Set(ordered.prefix(size))
    let second = Set(ordered.dropFirst(size).prefix(size))
    let whole = together.keys.max { one, other in
      (one.count, together[one] ?? 0, other.sorted().joined()) < (
        other.count, together[other] ?? 0, one.sorted().joined()
      )
    }
    var sets = [first]
    for set in [second, whole ?? []] where !set.isEmpty && !sets.contains(where: { $0.isSuperset(of: set) }) {
      sets.append(set)
    }
    return sets
  }
}
