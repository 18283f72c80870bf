import Compilation
import GLPKBackend
import OptionModel
import PlanDocument
import Portfolio
import Solving
import Verification

/// The searches behind a number of hires, and the time they have together.
struct HeadcountRun {
  /// Choices for accounts and hires.
  struct Choice {
    let model: HeadcountModel
    let selection: Selection
    let objective: Int64
    var accounts: Selection { model.decoded(selection).accounts }
    var hires: [Int] { model.decoded(selection).hires }
    /// Candidates who look after something.
    var number: Int { model.used(accounts).reduce(0, +) }
    /// Of the aim `inside`: nobody is above the band, and every account has a CSM.
    var isEnough: Bool { objective == 0 }
  }

  struct Decision {
    var choice: Choice?
    /// Proven: with so many hires somebody stays above the band, or some account without a CSM.
    var isTooFew: Bool
    var isInfeasible: Bool
    var termination: TerminationReason
  }

  /// A gap that is reached as soon as any bound above zero is certified: more is not asked.
  static let anyBound = 0.999_999_9

  private let plan: CompiledPlan
  private let profiles: [[Int]]
  private let most: Int
  private let request: PlanRequest
  private let interruption: PlanInterruption
  private let started = ContinuousClock.now

  init(
    plan: CompiledPlan, profiles: [[Int]], most: Int, request: PlanRequest, _ interruption: PlanInterruption
  ) {
    self.plan = plan
    self.profiles = profiles
    self.most = most
    self.request = request
    self.interruption = interruption
  }

  /// Whether so many hires are enough.
  ///
  /// - Parameters:
  ///   - share: of the time that is left.
  ///   - near: choices with more hires, to begin from.
  func decide(hires: Int, share: Double, gap: Double, near known: Choice? = nil) throws -> Decision {
    let model = try HeadcountModel(plan, profiles: profiles, hires: hires, aim: .inside)
    let result = try solve(model.model, start: start(model, hires, known), share, gap)
    let choice = result.selection.flatMap { selection in
      result.objective.map { Choice(model: model, selection: selection, objective: $0) }
    }
    return Decision(
      choice: choice, isTooFew: result.certifiedBound ?? 0 > 0,
      isInfeasible: result.termination == .infeasible, termination: result.termination)
  }

  /// The cheapest plan with as many hires as in a choice that is enough; `nil` where no check accepts it.
  func cheapest(_ choice: Choice) throws -> (choice: Choice, objective: Int64, bound: Int64?)? {
    let model = try HeadcountModel(plan, profiles: profiles, hires: choice.number, aim: .cheapest)
    let start = trimmed(choice, model)
    let result = try solve(model.model, start: start, 1, request.gap)
    guard let selection = result.selection, let objective = result.objective else { return nil }
    let found = Choice(model: model, selection: selection, objective: objective)
    return problems(found).isEmpty ? (found, objective, result.certifiedBound) : nil
  }

  /// In exact integers, by code that does not search.
  func problems(_ choice: Choice) -> [String] {
    SelectionChecker(choice.model.model).check(choice.selection, claimed: [choice.objective]).findings.map(\.message)
  }

  private func solve(_ model: OptionModel, start: Selection, _ share: Double, _ gap: Double) throws -> SolveResult {
    let limits = SolveLimits(
      timeLimit: request.timeLimit.map { max(.milliseconds(200), ($0 - (ContinuousClock.now - started)) * share) },
      workLimit: request.workLimit, gap: gap, certified: true, seed: request.seed)
    return try Solver(backend: GLPKBackend()).solve(
      model, limits: limits, start: start, certify: { ConflictReader.certified(model, $0) },
      interruption: interruption.token)
  }

  // MARK: - Where to begin

  /// Nothing moves and hires are spread over the profiles; or what is known, as far as so many hires permit it.
  private func start(_ model: HeadcountModel, _ hires: Int, _ known: Choice?) -> Selection {
    guard let known else {
      let spread = profiles.indices.map { (hires + profiles.count - 1 - $0) / profiles.count }
      return model.selection(plan.preferredOptions, hires: spread)
    }
    var left = hires
    let kept = known.model.used(known.accounts).map { wanted in
      let taken = min(wanted, left)
      left -= taken
      return taken
    }
    return model.selection(accounts(known, with: kept), hires: kept)
  }

  /// The first so many candidates of each profile keep their accounts, those of the others stay where they are.
  private func accounts(_ known: Choice, with hires: [Int]) -> Selection {
    let permitted = Set(zip(profiles, hires).flatMap { $0.prefix($1) })
    let candidates = Set(profiles.flatMap { $0 })
    return Selection(
      known.accounts.options.enumerated().map { group, option in
        let csm = Int(plan.meaning.options[Int(option)].csm)
        return candidates.contains(csm) && !permitted.contains(csm) ? plan.preferredOptions.options[group] : option
      })
  }

  /// The same books, held by the first candidates of each profile: those who are hired first.
  private func trimmed(_ choice: Choice, _ model: HeadcountModel) -> Selection {
    let busy = Set(choice.accounts.options.map { Int(plan.meaning.options[Int($0)].csm) })
    var moved: [Int32: Int32] = [:]
    for profile in profiles {
      for (place, csm) in zip(profile, profile.filter(busy.contains)) { moved[Int32(csm)] = Int32(place) }
    }
    let accounts = choice.accounts.options.enumerated().map { group, option -> Int32 in
      let chosen = plan.meaning.options[Int(option)]
      guard let csm = moved[chosen.csm], csm != chosen.csm else { return option }
      let same = plan.model.options(ofGroup: group).first {
        let other = plan.meaning.options[$0]
        return other.kind == chosen.kind && other.csm == csm && other.period == chosen.period
      }
      return same.map { Int32($0) } ?? option
    }
    return model.selection(Selection(accounts), hires: model.used(Selection(accounts)))
  }
}
