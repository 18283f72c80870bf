import Portfolio

/// The portfolio as the rules read it: numbers, computed once, never changed.
///
/// A class, because some twenty rules share it.
final class PlanFacts: Sendable {
  let portfolio: Portfolio
  let timeline: Timeline
  let tiers: Vocabulary
  let regions: Vocabulary
  let accounts: [AccountFacts]
  let csms: [CSMFacts]
  /// Indices of active CSMs, ascending.
  let activeCSMs: [Int]
  let families: FamilyTable
  let effort: EffortBook
  let expertise: ExpertiseTable
  let agreements: AgreementBook

  var policy: Policy { portfolio.policy }
  var periodCount: Int { timeline.periodCount }

  convenience init(_ portfolio: Portfolio) { self.init(portfolio, isHigh: false) }

  /// The same portfolio with the high effort of every account.
  var withHighEffort: PlanFacts { PlanFacts(portfolio, isHigh: true) }

  private init(_ portfolio: Portfolio, isHigh: Bool) {
    self.portfolio = portfolio
    let timeline = Timeline(asOf: portfolio.asOf, horizon: portfolio.policy.horizon)
    let leaveDays = portfolio.policy.coverage.leaveDays
    let csms = portfolio.csms.map { CSMFacts($0, timeline: timeline, leaveDays: leaveDays) }
    var reader = AccountReader(portfolio, csms: csms)
    let accounts = portfolio.accounts.map { reader.facts(of: $0) }
    let expertise = ExpertiseTable(portfolio)
    self.timeline = timeline
    self.csms = csms
    self.accounts = accounts
    self.expertise = expertise
    agreements = AgreementBook(portfolio, facts: accounts, csms: csms, timeline: timeline)
    (tiers, regions) = (reader.tiers, reader.regions)
    activeCSMs = csms.indices.filter { csms[$0].isActive }
    families = FamilyTable(
      accounts: portfolio.accounts, facts: accounts, mode: portfolio.policy.families.mode)
    effort = EffortBook(portfolio, timeline: timeline, expertise: expertise, isHigh: isHigh)
  }

  func name(ofAccount account: Int) -> String { portfolio.accounts[account].displayName }
  func name(ofCSM csm: Int) -> String { portfolio.csms[csm].displayName }

  /// CSMs that remain and can be given a book: active and not departing.
  var remainingCSMs: [Int] { activeCSMs.filter { !csms[$0].isDeparting } }

  /// `u(a)`: the price of a month without a CSM, in micropoints.
  func unassignedPrice(ofAccount account: Int) -> Int64 {
    let coverage = policy.coverage
    return Exact.sum(
      coverage.unassignedPrice[portfolio.accounts[account].tier].micropoints,
      Exact.product(coverage.pricePerMinute.micropoints, effort.nominal[account]))
  }
}
