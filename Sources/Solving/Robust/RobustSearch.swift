import OptionModel

/// What the rounds of a robust search know: rows, bounds, and when it is over.
struct RobustSearch {
  let model: OptionModel
  let robust: RobustLimits
  let best: RobustBest
  let nominal: SolveResult
  let limits: SolveLimits

  private var exact: [RobustRow] = []
  private var thresholds: [RobustRow] = []
  private var bound: Int64?
  private var ending: TerminationReason?
  private(set) var rounds = 0
  private(set) var work: Int64

  init(model: OptionModel, robust: RobustLimits, best: RobustBest, nominal: SolveResult, limits: SolveLimits) {
    self.model = model
    self.robust = robust
    self.best = best
    self.nominal = nominal
    self.limits = limits
    work = nominal.statistics.work
    bound = nominal.bound
  }

  /// Writes down what a selection breaks. `true`: the next round has the limits that were broken, and permits more than is
  /// robust; `false`: it has thresholds, and permits less. Those come first, and again whenever the others leave no plan.
  mutating func prepare(_ selection: Selection) -> Bool {
    rounds += 1
    let worst = robust.worst(of: selection, in: model)
    for item in worst where item.load > robust.limits[item.resource] ?? .max {
      let row = RobustRow(resource: item.resource, units: item.units, threshold: nil)
      if !exact.contains(row) { exact.append(row) }
    }
    // Thresholds of the plan itself at first; where they leave no plan, lower ones, which ask for more hours.
    let isExact = rounds > 1 && best.current != nil || rounds % 3 == 0
    if !isExact {
      thresholds = worst.map { RobustRow(resource: $0.resource, units: [], threshold: $0.threshold / Int64(rounds)) }
    }
    return isExact
  }

  func rows(isExact: Bool) -> [RobustRow] { isExact ? exact : thresholds }

  /// Takes in a round; whether nothing more is to be found.
  mutating func isDone(after result: SolveResult, isExact: Bool) -> Bool {
    if rounds > 0 { work += result.statistics.work }
    if let selection = result.selection { best.offer(selection) }
    guard isExact else { return false }
    if let found = result.bound { bound = max(bound ?? found, found) }
    if result.termination == .infeasible {
      ending = .infeasible
      return true
    }
    if let selection = result.selection, result.termination == .optimal, best.current?.selection == selection {
      ending = .optimal
      bound = result.bound
      return true
    }
    guard let objective = best.current?.objective, let bound else { return false }
    if Gap.isReached(objective: objective, bound: bound, limits: limits) {
      ending = objective <= bound ? .optimal : .gapReached
      return true
    }
    return false
  }

  /// - Parameter reason: why the rounds ended, where nothing was decided.
  func finished(_ reason: TerminationReason) -> RobustResult {
    var result = nominal
    result.selection = best.current?.selection
    result.objective = best.current?.objective
    result.bound = bound.map { min($0, result.objective ?? $0) }
    result.certifiedBound = nominal.certifiedBound.map { min($0, result.objective ?? $0) }
    result.statistics.work = work
    result.termination = ending ?? reason
    return RobustResult(result: result, rowCount: exact.count, rounds: rounds)
  }
}
