import Compilation
import Explanation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// Finds out what one more hour, one more expert or one lifted pin would buy: the plan is made again with the change,
/// from the plan that was found. Multipliers only say which changes are worth a try.
struct GainReader {
  let compiled: CompiledPlan
  let request: PlanRequest
  private static let mostOfAKind = 3

  private struct Change {
    let kind: GainDocument.Kind
    let apply: (inout Portfolio) -> Void
    let words: String
    /// A guess of what it may save.
    let hint: Double
    var csm: String?
    var account: String?
    var domain: String?
  }

  /// The best first. An interruption ends with those found so far.
  func gains(_ clock: DiagnosisClock) throws -> [GainDocument] {
    let base = try solve(compiled, start: compiled.preferredOptions, warm: nil, clock.left(share: 0.4), clock)
    guard let selection = base.selection, let objective = base.objective, let multipliers = base.multipliers else {
      return []
    }
    let changes = changes(hourPrices(multipliers), selection)
    var gains: [GainDocument] = []
    for (number, change) in changes.enumerated() where !clock.isOver {
      let limit = clock.left(share: 0.8 / Double(changes.count - number))
      if let gain = try gain(change, selection, objective, multipliers, limit, clock) { gains.append(gain) }
    }
    return gains.sorted { ($1.saved.micropoints, $0.message) < ($0.saved.micropoints, $1.message) }
  }

  private func solve(
    _ plan: CompiledPlan, start: Selection, warm: Multipliers?, _ limit: Duration?, _ clock: DiagnosisClock
  ) throws -> SolveResult {
    let checker = BoundProofChecker(plan.model)
    return try Solver(backend: GLPKBackend()).solve(
      plan.model,
      limits: SolveLimits(
        timeLimit: limit, workLimit: request.workLimit, gap: request.gap, seed: request.seed),
      start: start, preferred: plan.preferredOptions, warm: warm,
      certify: { checker.bound(from: $0).micropoints }, interruption: clock.interruption.token)
  }

  private func gain(
    _ change: Change, _ selection: Selection, _ objective: Int64, _ multipliers: Multipliers, _ limit: Duration?,
    _ clock: DiagnosisClock
  ) throws -> GainDocument? {
    var portfolio = compiled.portfolio
    change.apply(&portfolio)
    guard case .plan(let other) = try CompiledOutcome(portfolio) else { return nil }
    let isSame = other.model.resourceCount == compiled.model.resourceCount
    let start = compiled.translated(selection, to: other)
    let found = try solve(other, start: start, warm: isSame ? multipliers : nil, limit, clock)
    guard let value = found.objective else { return nil }
    let saved = objective - value
    let atMost = found.certifiedBound.map { objective - min($0, value) }
    let wording = DiagnosisWording(portfolio: compiled.portfolio, periodLabels: PlanAssembler.labels(of: compiled))
    var document = GainDocument(
      kind: change.kind, saved: PointsValue(micropoints: saved),
      savedAtMost: atMost.map { PointsValue(micropoints: $0) },
      message: wording.gain(change.words, saved: saved, atMost: atMost))
    (document.csm, document.account, document.domain) = (change.csm, change.account, change.domain)
    return document
  }

  // MARK: - What to try

  /// Points that one more hour of each CSM costs, over all periods, by multipliers.
  private func hourPrices(_ multipliers: Multipliers) -> [Double] {
    var prices = [Double](repeating: 0, count: compiled.portfolio.csms.count)
    for (index, key) in compiled.meaning.resources.enumerated() {
      guard case .hours(let csm, _) = key else { continue }
      prices[Int(csm)] += Double(multipliers.values[index]) / Double(Multipliers.scale) * 60
    }
    return prices
  }

  private func changes(_ prices: [Double], _ selection: Selection) -> [Change] {
    [hours(prices), experts(prices, selection), pins(prices)].flatMap { changes in
      changes.filter { $0.hint > 0 }.sorted { ($1.hint, $0.words) < ($0.hint, $1.words) }
        .prefix(GainReader.mostOfAKind)
    }
  }

  private var wording: DiagnosisWording {
    DiagnosisWording(portfolio: compiled.portfolio, periodLabels: PlanAssembler.labels(of: compiled))
  }

  private var remaining: [Int] {
    compiled.portfolio.csms.indices.filter { compiled.isActive(csm: $0) && !compiled.isDeparting(csm: $0) }
  }

  private func hours(_ prices: [Double]) -> [Change] {
    remaining.map { csm in
      let row = compiled.portfolio.csms[csm]
      let today = row.capacity?.value ?? compiled.portfolio.policy.capacity.monthly.value * row.ftePercent / 100
      return Change(
        kind: .hour, apply: { $0.csms[csm].capacity = Minutes(today + 60) }, words: wording.hour(Int32(csm)),
        hint: prices[csm], csm: row.id)
    }
  }

  /// Domains of accounts whose CSMs are dear, for CSMs who are cheap.
  private func experts(_ prices: [Double], _ selection: Selection) -> [Change] {
    var hints: [String: [Int: Double]] = [:]
    for (index, account) in compiled.portfolio.accounts.enumerated() where !account.domains.isEmpty {
      let option = compiled.meaning.options[selection[compiled.group(ofAccount: index)]]
      let holder = option.csm == PlannedOption.none ? compiled.incumbent(ofAccount: index) : Int(option.csm)
      let price = option.kind == .unassigned ? 1_000 : holder.map { prices[$0] } ?? 0
      for csm in remaining where compiled.portfolio.csms[csm].regions.contains(account.region) {
        for domain in account.domains where compiled.portfolio.csms[csm].domains[domain] == nil {
          let gain = max(0, price - prices[csm]) * Double(compiled.effort.nominal[index]) / 60
          hints[domain, default: [:]][csm, default: 0] += gain
        }
      }
    }
    return hints.flatMap { domain, csms in
      csms.map { csm, hint in
        Change(
          kind: .expert, apply: { $0.csms[csm].domains[domain] = .expert }, words: wording.expert(Int32(csm), domain),
          hint: hint, csm: compiled.portfolio.csms[csm].id, domain: domain)
      }
    }
  }

  private func pins(_ prices: [Double]) -> [Change] {
    let pinned = Dictionary(
      compiled.portfolio.policy.eligibility.pins.map { ($0.accountID, $0.csmID) },
      uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      compiled.portfolio.csms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return compiled.portfolio.accounts.enumerated().compactMap { index, account in
      guard let csmID = account.pinnedCSMID ?? pinned[account.id],
        let csm = numbers[csmID]
      else { return nil }
      let hint = prices[csm] * Double(compiled.effort.nominal[index]) / 60 + 1e-6
      return Change(
        kind: .pin, apply: { GainReader.unpin(index, in: &$0) }, words: wording.pin(Int32(index)), hint: hint,
        csm: csmID, account: account.id)
    }
  }

  private static func unpin(_ index: Int, in portfolio: inout Portfolio) {
    let id = portfolio.accounts[index].id
    portfolio.accounts[index].pinnedCSMID = nil
    portfolio.policy.eligibility.pins.removeAll { $0.accountID == id }
  }
}
