import Compilation
import Explanation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// What refusals, deferrals and directions cost: the plan is searched for again without each of them, from the plan that
/// was found.
struct AgreementPricer {
  /// Each costs a search of its own; beyond these, the smallest accounts go without.
  private static let mostAccounts = 40
  /// Of the limits of the plan, for all of them together.
  private static let shareOfLimit: Int64 = 4

  private let portfolio: Portfolio
  private let compiled: CompiledPlan
  private let result: SolveResult
  private let request: PlanRequest

  init(_ portfolio: Portfolio, _ compiled: CompiledPlan, _ result: SolveResult, _ request: PlanRequest) {
    self.portfolio = portfolio
    self.compiled = compiled
    self.result = result
    self.request = request
  }

  /// One per account, sorted by account. An interruption ends with those found so far.
  func costs(_ interruption: PlanInterruption) throws -> [AgreementCost] {
    guard let selection = result.selection, let objective = result.objective else { return [] }
    let subjects = subjects()
    let limits = limits(count: subjects.count)
    var costs: [AgreementCost] = []
    for subject in subjects where !interruption.token.isRequested {
      if let cost = try cost(of: subject, selection, objective, limits, interruption) { costs.append(cost) }
    }
    return costs.sorted { $0.account < $1.account }
  }

  private struct Subject {
    let account: Int
    let named: Agreement
  }

  /// Accounts with an answer that stands in the way of something, the largest first.
  private func subjects() -> [Subject] {
    let kinds: [Agreement.Kind] = [.refused, .deferred, .directed]
    let byAccount = Dictionary(grouping: portfolio.agreements.filter { kinds.contains($0.kind) }, by: \.account)
    let found = portfolio.accounts.indices.compactMap { account -> Subject? in
      let own = byAccount[portfolio.accounts[account].id] ?? []
      guard let named = kinds.lazy.compactMap({ kind in own.first { $0.kind == kind } }).first else { return nil }
      return Subject(account: account, named: named)
    }
    let arr = { (subject: Subject) in portfolio.accounts[subject.account].arr?.value ?? 0 }
    let largest = found.sorted { (arr($1), $0.named.account) < (arr($0), $1.named.account) }
    return Array(largest.prefix(AgreementPricer.mostAccounts))
  }

  private func limits(count: Int) -> SolveLimits {
    let parts = AgreementPricer.shareOfLimit * Int64(max(1, count))
    let time = request.timeLimit.map { max(.milliseconds(300), min(.seconds(10), $0 / Double(parts))) }
    return SolveLimits(
      timeLimit: time, workLimit: request.workLimit.map { max(1, $0 / parts) }, gap: request.gap,
      certified: request.certified, seed: request.seed)
  }

  private func cost(
    of subject: Subject, _ selection: Selection, _ objective: Int64, _ limits: SolveLimits,
    _ interruption: PlanInterruption
  ) throws -> AgreementCost? {
    let id = portfolio.accounts[subject.account].id
    var lifted = portfolio
    lifted.agreements.removeAll { $0.account == id && $0.kind != .announced && $0.kind != .proposed }
    guard case .plan(let other) = try CompiledOutcome(lifted) else { return nil }
    let checker = BoundProofChecker(other.model)
    let found = try Solver(backend: GLPKBackend()).solve(
      other.model, limits: limits, start: compiled.translated(selection, to: other), preferred: other.preferredOptions,
      warm: result.multipliers, certify: { checker.bound(from: $0).micropoints }, interruption: interruption.token)
    guard let best = found.selection, let value = found.objective else { return nil }
    let choice = other.meaning.options[best[other.group(ofAccount: subject.account)]]
    return AgreementCost(
      account: id, kind: subject.named.kind, csm: subject.named.csm,
      extra: PointsValue(micropoints: objective - value),
      extraAtMost: found.certifiedBound.map { PointsValue(micropoints: objective - min($0, value)) },
      otherwise: Assignment.Kind(choice.kind),
      otherwiseCSM: choice.csm == PlannedOption.none ? nil : portfolio.csms[Int(choice.csm)].id)
  }
}
