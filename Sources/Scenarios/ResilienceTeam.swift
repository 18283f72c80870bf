import PlanDocument
import Portfolio

/// Who may leave, who is left then, and what only they know.
struct ResilienceTeam {
  let portfolio: Portfolio
  let lastDay: CalendarDate
  private let neighbours: [String: Set<String>]

  init(_ portfolio: Portfolio, lastDay: CalendarDate) {
    self.portfolio = portfolio
    self.lastDay = lastDay
    var neighbours: [String: Set<String>] = [:]
    for region in portfolio.policy.regions {
      for other in region.adjacent {
        neighbours[region.name, default: []].insert(other)
        neighbours[other, default: []].insert(region.name)
      }
    }
    self.neighbours = neighbours
  }

  /// Persons who are there and have not resigned already, by id.
  var people: [CSM] {
    portfolio.csms.filter { $0.kind == .person && isThere($0) && ($0.startDate.map { $0 <= lastDay } ?? true) }
  }

  /// With work and without a last day.
  private func isThere(_ csm: CSM) -> Bool { csm.active && csm.lastDay == nil }

  func remaining(without leaving: Set<String>) -> [CSM] {
    portfolio.csms.filter { isThere($0) && !leaving.contains($0.id) }
  }

  /// Covers the region or one beside it.
  func serves(_ csm: CSM, _ region: String) -> Bool {
    csm.regions.contains { $0 == region || neighbours[region]?.contains($0) == true }
  }

  /// Everybody with everybody else of the same team; who has no team is with those of a common region.
  func pairs() -> [[CSM]] {
    let people = people
    return people.indices.flatMap { first in
      people[(first + 1)...].filter { areTogether(people[first], $0) }.map { [people[first], $0] }
    }
  }

  private func areTogether(_ left: CSM, _ right: CSM) -> Bool {
    if let one = left.team, let other = right.team { return one == other }
    return left.regions.contains { right.regions.contains($0) }
  }

  /// Domains that accounts of a region need, that somebody who leaves has, and that nobody who remains has and serves the
  /// region; those with the most accounts first.
  func soleExpertise(of leaving: Set<String>) -> [ResilienceDeparture.SoleExpertise] {
    let remaining = remaining(without: leaving)
    let gone = portfolio.csms.filter { leaving.contains($0.id) }
    var needs: [ExpertiseNeed: (accounts: Int, arr: Int64)] = [:]
    for account in portfolio.accounts {
      for domain in account.domains {
        let sum = needs[ExpertiseNeed(domain: domain, region: account.region)] ?? (0, 0)
        needs[ExpertiseNeed(domain: domain, region: account.region)] = (
          sum.accounts + 1, sum.arr + (account.arr?.value ?? 0)
        )
      }
    }
    let sole = needs.filter { need, _ in
      gone.contains { has($0, need) } && !remaining.contains { has($0, need) }
    }
    return sole.map { need, sum in
      ResilienceDeparture.SoleExpertise(
        domain: need.domain, region: need.region, accounts: sum.accounts, arr: sum.arr,
        elsewhere: remaining.filter { $0.domains[need.domain] != nil }.map(\.id))
    }.sorted { ($1.accounts, $0.domain, $0.region) < ($0.accounts, $1.domain, $1.region) }
  }

  func has(_ csm: CSM, _ need: ExpertiseNeed) -> Bool {
    csm.domains[need.domain] != nil && serves(csm, need.region)
  }
}

/// A domain that accounts of a region need.
struct ExpertiseNeed: Hashable {
  let domain: String
  let region: String
}
