package import Compilation
import OptionModel
import Portfolio

/// Finds hours that are missing whatever the plan, by a maximum flow from accounts to those who may serve them: the
/// smallest cut names the accounts and the people, and adding up their hours is the proof.
///
/// A group needs, in a period, the least that any of its permitted options with a CSM consumes of all hours together; an
/// option serves when it leaves the accounts with somebody in that period. Work may be split at will here, so that no
/// plan does better.
package struct ShortageFinder {
  private let plan: LiftedPlan
  /// By resource of hours: the CSM, else -1; and the period.
  private let csmOfResource: [Int32]
  private let periodOfResource: [Int16]
  private let limits: [ResourceKey: Int64]

  /// O(resources).
  package init(_ plan: LiftedPlan) {
    self.plan = plan
    var limits: [ResourceKey: Int64] = [:]
    (csmOfResource, periodOfResource) = (
      plan.meaning.resources.map { if case .hours(let csm, _) = $0 { csm } else { -1 } },
      plan.meaning.resources.map { if case .hours(_, let period) = $0 { period } else { -1 } }
    )
    for (index, key) in plan.meaning.resources.enumerated() { limits[key] = plan.policyLimits[index] }
    self.limits = limits
  }

  /// By period, the largest first.
  package func shortages() -> [HoursShortage] {
    (0...plan.timeline.periodCount).flatMap { shortages(in: $0) }
  }

  /// What a group needs in a period, and who may serve it; `nil` for groups that need nothing.
  package func demand(ofGroup group: Int, in period: Int) -> (minutes: Int64, csms: Set<Int32>)? {
    var least: Int64?
    var csms: Set<Int32> = []
    for option in plan.model.options(ofGroup: group) where plan.bans(ofOption: option).isEmpty {
      guard serves(plan.meaning.options[option], in: period) else { continue }
      var minutes: Int64 = 0
      for consumed in plan.model.consumptions(ofOption: option) {
        let resource = consumed.resource
        guard csmOfResource[resource] >= 0, Int(periodOfResource[resource]) == period else { continue }
        minutes += consumed.amount
        csms.insert(csmOfResource[resource])
      }
      least = min(least ?? minutes, minutes)
    }
    guard let least, least > 0 else { return nil }
    return (least, csms)
  }

  private func serves(_ option: PlannedOption, in period: Int) -> Bool {
    switch option.kind {
    case .stay, .handoff, .cover: true
    case .assign: Int(option.period) <= period
    case .unassigned: false
    }
  }

  private struct Profile: Hashable {
    let region: String
    let domains: [String]
    let tier: String
    let csms: Set<Int32>
  }

  private func shortages(in period: Int) -> [HoursShortage] {
    var demands: [Profile: (accounts: Int, minutes: Int64)] = [:]
    for group in 0..<plan.model.groupCount {
      guard let demand = demand(ofGroup: group, in: period) else { continue }
      let members = plan.meaning.members(ofGroup: group)
      let account = plan.portfolio.accounts[Int(members[members.startIndex])]
      let profile = Profile(
        region: account.region, domains: account.domains.sorted(), tier: account.tier, csms: demand.csms)
      let known = demands[profile] ?? (0, 0)
      demands[profile] = (known.accounts + members.count, known.minutes + demand.minutes)
    }
    let sorted = demands.sorted {
      ($0.key.region, $0.key.domains.joined(), $0.key.tier, $0.key.csms.sorted().map { "\($0)" }.joined(separator: ","))
        < (
          $1.key.region, $1.key.domains.joined(), $1.key.tier,
          $1.key.csms.sorted().map { "\($0)" }.joined(separator: ",")
        )
    }
    let short = shortProfiles(sorted.map { ($0.key.csms, $0.value.minutes) }, period)
    return parts(of: short.map { sorted[$0] }, period).sorted { $1.missing < $0.missing }
  }

  private func limit(_ csm: Int32, _ period: Int) -> Int64 { limits[.hours(csm: csm, period: Int16(period))] ?? 0 }

  /// Indices of the demands on the source's side of a smallest cut.
  private func shortProfiles(_ demands: [(csms: Set<Int32>, minutes: Int64)], _ period: Int) -> [Int] {
    let people = Set(demands.flatMap(\.csms)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0 + demands.count) })
    let (source, sink) = (demands.count + people.count, demands.count + people.count + 1)
    var flow = MaximumFlow(nodeCount: sink + 1)
    for (index, demand) in demands.enumerated() {
      flow.connect(source, index, capacity: demand.minutes)
      for csm in demand.csms.sorted() { flow.connect(index, numbers[csm] ?? sink, capacity: demand.minutes) }
    }
    for csm in people { flow.connect(numbers[csm] ?? sink, sink, capacity: limit(csm, period)) }
    _ = flow.maximise(from: source, to: sink)
    let isShort = flow.reachable(from: source)
    return demands.indices.filter { isShort[$0] }
  }

  /// The demands apart where they have nobody in common.
  private func parts(
    of demands: [(key: Profile, value: (accounts: Int, minutes: Int64))], _ period: Int
  ) -> [HoursShortage] {
    var parts: [(csms: Set<Int32>, indices: [Int])] = []
    for (index, demand) in demands.enumerated() {
      var joined = (csms: demand.key.csms, indices: [index])
      for part in parts where !part.csms.isDisjoint(with: demand.key.csms) {
        joined.csms.formUnion(part.csms)
        joined.indices += part.indices
      }
      parts.removeAll { !$0.csms.isDisjoint(with: demand.key.csms) }
      parts.append(joined)
    }
    return parts.map { part in
      let own = part.indices.sorted().map { demands[$0] }
      return HoursShortage(
        period: period, needs: needs(own), csms: part.csms.sorted(), needed: own.reduce(0) { $0 + $1.value.minutes },
        available: part.csms.reduce(0) { $0 + limit($1, period) })
    }
  }

  /// By region, domains and tier.
  private func needs(_ demands: [(key: Profile, value: (accounts: Int, minutes: Int64))]) -> [HoursShortage.Need] {
    var order: [Profile] = []
    var sums: [Profile: (accounts: Int, minutes: Int64)] = [:]
    for demand in demands {
      let key = Profile(region: demand.key.region, domains: demand.key.domains, tier: demand.key.tier, csms: [])
      if sums[key] == nil { order.append(key) }
      let known = sums[key] ?? (0, 0)
      sums[key] = (known.accounts + demand.value.accounts, known.minutes + demand.value.minutes)
    }
    return order.map { key in
      HoursShortage.Need(
        region: key.region, domains: key.domains, tier: key.tier, accounts: sums[key]?.accounts ?? 0,
        minutes: sums[key]?.minutes ?? 0)
    }
  }
}
