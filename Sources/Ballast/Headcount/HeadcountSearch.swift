import Compilation
import GLPKBackend
import OptionModel
public import PlanDocument
public import Portfolio
import Solving
import Verification

/// Finds the smallest number of hires with which nobody is above the band in the steady state and every account has a
/// CSM, with a certified lower bound; then the cheapest plan with so many.
public struct HeadcountSearch: Sendable {
  public enum Outcome: Sendable {
    case answered(HeadcountAnswer)
    /// The rules cannot all hold, whoever is hired.
    case conflict([String])
    case noPlan(Termination.Reason)
    /// An exact check rejects what was found: it is withheld.
    case rejected([String])
  }

  private let portfolio: Portfolio
  private let profiles: [CSM]
  private let most: Int
  private let request: PlanRequest

  /// - Parameters:
  ///   - profiles: who may be hired; of each as many as `most`.
  ///   - most: at least 1.
  ///   - request: the limits of both searches together.
  public init(_ portfolio: Portfolio, profiles: [CSM], most: Int, request: PlanRequest) {
    self.portfolio = portfolio
    self.profiles = profiles
    self.most = most
    self.request = request
  }

  /// - Throws: `UnusableInput`, or an internal failure of the solver.
  public func search(_ interruption: PlanInterruption = PlanInterruption()) throws -> Outcome {
    let plan: CompiledPlan
    switch try CompiledOutcome(extended) {
    case .plan(let compiled): plan = compiled
    case .conflict(let reasons): return .conflict(reasons)
    }
    let fewest = try HeadcountModel(plan, profiles: candidates(plan), most: most, aim: .fewest)
    let found = try solve(fewest.model, start: fewest.selection(plan.preferredOptions, hires: none), 60, interruption)
    guard let selection = found.selection, let objective = found.objective else {
      return found.termination == .infeasible
        ? .conflict([plan.limitNobodyKeeps ?? "No assignment keeps all hard limits together."])
        : .noPlan(Termination.Reason(found.termination))
    }
    let problems = problems(fewest.model, selection, objective)
    guard problems.isEmpty else { return .rejected(problems) }
    var answer = HeadcountAnswer(hires: fewest.decoded(selection).hires)
    answer.atLeast = min(most + 1, HeadcountSearch.hires(found.certifiedBound ?? 0))
    describe(fewest, fewest.decoded(selection).accounts, &answer)
    if answer.isEnough { try makeCheap(plan, fewest.decoded(selection), &answer, interruption) }
    return .answered(answer)
  }

  /// The plan with the fewest hires by the prices of the policy.
  private func makeCheap(
    _ plan: CompiledPlan, _ decoded: (accounts: Selection, hires: [Int]), _ answer: inout HeadcountAnswer,
    _ interruption: PlanInterruption
  ) throws {
    let number = decoded.hires.reduce(0, +)
    let cheapest = try HeadcountModel(plan, profiles: candidates(plan), most: most, aim: .cheapest(hires: number))
    let start = cheapest.selection(decoded.accounts, hires: decoded.hires)
    let found = try solve(cheapest.model, start: start, 40, interruption)
    guard let selection = found.selection, let objective = found.objective,
      problems(cheapest.model, selection, objective).isEmpty
    else { return }
    let accounts = cheapest.decoded(selection).accounts
    // Who is hired without need is not hired: the number can only fall, and never below the bound.
    answer.hires = cheapest.used(accounts)
    answer.cost = PointsValue(micropoints: objective)
    answer.costBound = found.certifiedBound.map { PointsValue(micropoints: $0) }
    describe(cheapest, accounts, &answer)
  }

  private func describe(_ model: HeadcountModel, _ accounts: Selection, _ answer: inout HeadcountAnswer) {
    answer.unassigned = model.unassigned(accounts)
    answer.aboveBand = Dictionary(
      model.aboveBand(accounts).map { (model.plan.portfolio.csms[$0.key].id, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// In exact integers, by code that does not search.
  private func problems(_ model: OptionModel, _ selection: Selection, _ objective: Int64) -> [String] {
    SelectionChecker(model).check(selection, claimed: [objective]).findings.map(\.message)
  }

  private func solve(
    _ model: OptionModel, start: Selection, _ percent: Int64, _ interruption: PlanInterruption
  ) throws -> SolveResult {
    let limits = SolveLimits(
      timeLimit: request.timeLimit.map { $0 * Int(percent) / 100 },
      workLimit: request.workLimit.map { max(1, $0 * percent / 100) }, gap: 0, certified: true, seed: request.seed)
    return try Solver(backend: GLPKBackend()).solve(
      model, limits: limits, start: start, certify: { ConflictReader.certified(model, $0) },
      interruption: interruption.token)
  }

  /// A whole number of hires: a bound of part of one is one of the whole.
  private static func hires(_ bound: Int64) -> Int {
    Int(clamping: max(0, bound / HeadcountModel.hire + (bound % HeadcountModel.hire > 0 ? 1 : 0)))
  }

  private var none: [Int] { profiles.map { _ in 0 } }

  // MARK: - Candidates

  /// The portfolio with as many of each profile as may be hired, all of them open positions: nobody else's targets change.
  private var extended: Portfolio {
    let added = profiles.indices.flatMap { profile in
      (1...most).map { number in
        var csm = profiles[profile]
        csm.id = HeadcountSearch.id(csm.id, number)
        csm.kind = .open
        csm.active = true
        return csm
      }
    }
    return Portfolio(
      asOf: portfolio.asOf, accounts: portfolio.accounts, csms: portfolio.csms + added, policy: portfolio.policy,
      agreements: portfolio.agreements)
  }

  /// What the hires of a profile are called.
  public static func id(_ profile: String, _ number: Int) -> String { "\(profile)-\(number)" }

  private func candidates(_ plan: CompiledPlan) -> [[Int]] {
    let positions = Dictionary(
      plan.portfolio.csms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return profiles.map { profile in
      (1...most).compactMap { positions[HeadcountSearch.id(profile.id, $0)] }
    }
  }
}

/// What a search for hires found.
public struct HeadcountAnswer: Sendable {
  /// By profile.
  public var hires: [Int]
  /// Proven: fewer are not enough. One more than may be hired: no number is.
  public var atLeast = 0
  /// Minutes in a steady month by CSM.
  public var aboveBand: [String: Int64] = [:]
  public var unassigned = 0
  public var cost: PointsValue?
  public var costBound: PointsValue?

  /// Everybody is inside the band, and every account has a CSM.
  public var isEnough: Bool { aboveBand.isEmpty && unassigned == 0 }
}
