import Compilation
public import PlanDocument
public import Portfolio

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
    let run = HeadcountRun(plan: plan, profiles: candidates(plan), most: most, request: request, interruption)
    let all = try run.decide(hires: most, share: 0.25, gap: 0.01)
    guard let found = all.choice else {
      return all.isInfeasible
        ? .conflict([plan.limitNobodyKeeps ?? "No assignment keeps all hard limits together."])
        : .noPlan(Termination.Reason(all.termination))
    }
    var best = found
    var answer = HeadcountAnswer(hires: best.hires)
    if all.isTooFew {
      answer.atLeast = most + 1
    } else {
      (best, answer.atLeast) = try fewest(run, found)
    }
    let problems = run.problems(best)
    guard problems.isEmpty else { return .rejected(problems) }
    answer.hires = best.model.used(best.accounts)
    describe(best, &answer)
    if answer.isEnough, let cheapest = try run.cheapest(best) {
      // Who is hired without need is not hired: the number can only fall, and never below the bound.
      answer.hires = cheapest.choice.model.used(cheapest.choice.accounts)
      answer.cost = PointsValue(micropoints: cheapest.objective)
      answer.costBound = cheapest.bound.map { PointsValue(micropoints: $0) }
      describe(cheapest.choice, &answer)
    }
    return .answered(answer)
  }

  /// Numbers by halves until one is enough and the next smaller one is not, as far as the searches can tell; then the proof
  /// that it is not. Whatever is proven to be too few makes every smaller number too few as well.
  private func fewest(
    _ run: HeadcountRun, _ known: HeadcountRun.Choice
  ) throws -> (HeadcountRun.Choice, atLeast: Int) {
    guard known.isEnough else { return (known, try proven(run, below: most, from: 0, near: known)) }
    var best = known
    var (low, atLeast) = (0, 0)
    while low < best.number {
      let middle = (low + best.number) / 2
      let decision = try run.decide(hires: middle, share: 0.15, gap: HeadcountRun.anyBound, near: best)
      if decision.isTooFew { atLeast = max(atLeast, middle + 1) }
      if let choice = decision.choice, choice.isEnough { best = choice } else { low = middle + 1 }
    }
    return (best, try proven(run, below: best.number, from: atLeast, near: best))
  }

  /// The largest number, at most `number`, of which all smaller ones are proven to be too few.
  private func proven(
    _ run: HeadcountRun, below number: Int, from atLeast: Int, near known: HeadcountRun.Choice
  ) throws -> Int {
    for tried in (atLeast..<max(atLeast, number)).reversed() {
      let decision = try run.decide(hires: tried, share: 0.4, gap: HeadcountRun.anyBound, near: known)
      if decision.isTooFew { return tried + 1 }
    }
    return atLeast
  }

  private func describe(_ choice: HeadcountRun.Choice, _ answer: inout HeadcountAnswer) {
    let model = choice.model
    answer.unassigned = model.unassigned(choice.accounts)
    answer.aboveBand = Dictionary(
      model.aboveBand(choice.accounts).map { (model.plan.portfolio.csms[$0.key].id, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

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
