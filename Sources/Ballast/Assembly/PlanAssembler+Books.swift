import Compilation
import OptionModel
import PlanDocument
import Portfolio

extension PlanAssembler {
  /// One book per active CSM, sorted by id.
  func books() -> [BookDocument] {
    let (before, after) = (holders(before: true), holders(before: false))
    return activeCSMs.map { csm in
      let facts = portfolio.csms[csm]
      var book = BookDocument(
        csm: facts.id, name: facts.name, kind: facts.kind.rawValue, team: facts.team, regions: facts.regions,
        startDate: facts.startDate, lastDay: facts.lastDay, before: side(csm, before[csm] ?? []),
        after: side(csm, after[csm] ?? []), periods: periods(of: csm))
      book.describe(facts)
      return book
    }
  }

  /// Account indices by CSM: of the incumbents, or of the final book.
  private func holders(before: Bool) -> [Int: [Int]] {
    var byCSM: [Int: [Int]] = [:]
    for group in 0..<plan.model.groupCount {
      let option = plan.meaning.options[selection[group]]
      for member in plan.meaning.members(ofGroup: group).map({ Int($0) }) {
        let incumbent = plan.incumbent(ofAccount: member)
        let holder = before ? incumbent : finalHolder(option, incumbent: incumbent)
        if let holder { byCSM[holder, default: []].append(member) }
      }
    }
    return byCSM
  }

  private func finalHolder(_ option: PlannedOption, incumbent: Int?) -> Int? {
    switch option.kind {
    case .stay, .cover: incumbent
    case .handoff, .assign: Int(option.csm)
    case .unassigned: nil
    }
  }

  private func side(_ csm: Int, _ members: [Int]) -> BookDocument.Side {
    let accounts = members.map { portfolio.accounts[$0] }
    let horizon = DateRange(
      portfolio.asOf, through: plan.timeline.start(ofPeriod: portfolio.policy.horizon.periods).adding(days: -1))
    let tail = portfolio.policy.horizon.periods
    return BookDocument.Side(
      accounts: members.count, strategic: accounts.count { portfolio.policy.isStrategic(tier: $0.tier) },
      atRisk: members.count { plan.isAtRisk(account: $0) }, arr: accounts.reduce(0) { $0 + ($1.arr?.value ?? 0) },
      renewals: accounts.count { $0.renewalDate.map(horizon.contains) ?? false },
      minutes: members.reduce(0) { $0 + plan.effort.load(account: $1, csm: csm, period: tail) })
  }

  private func periods(of csm: Int) -> [BookDocument.Period] {
    (0...portfolio.policy.horizon.periods).map { period in
      let band = plan.effort.band(csm: csm, period: period)
      let (owner, index) = (Int32(csm), Int16(period))
      let hours = plan.resource(.hours(csm: owner, period: index))
      return BookDocument.Period(
        period: period, capacity: plan.effort.capacity(csm: csm, period: period),
        inheritedMinutes: hours.map { plan.inheritedLoads[$0] } ?? 0, minutes: hours.map { loads[$0] } ?? 0,
        targetLow: band.targetLow, targetHigh: band.targetHigh, soft: band.soft,
        hard: hours.flatMap { plan.model.resources[$0].upper } ?? band.hard,
        handoffsIn: slots(.slotsIn(csm: owner, period: index)),
        handoffsOut: slots(.slotsOut(csm: owner, period: index)))
    }
  }

  private func slots(_ key: ResourceKey) -> Int { plan.resource(key).map { Int(loads[$0]) } ?? 0 }
}
