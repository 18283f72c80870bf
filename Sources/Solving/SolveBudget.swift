/// The clock and the work counter of one solve.
///
/// One work unit is one step of local search, a thousand entries that simplex passes over in a tree, or a part of a node
/// of a neighbourhood. Without a time limit every decision depends on work alone, so a run is reproducible. Not for
/// sharing between threads.
final class SolveBudget {
  /// Roughly what a node of a neighbourhood costs: all of them are about equally small.
  static let workPerNode: Int64 = 500

  let limits: SolveLimits
  let interruption: Interruption
  /// Requested when the solve is decided elsewhere: the search for better selections can stop.
  let decided: Interruption
  let started: ContinuousClock.Instant
  private(set) var work: Int64 = 0
  private let tally: SolveTally

  init(limits: SolveLimits, interruption: Interruption, tally: SolveTally = SolveTally()) {
    self.limits = limits
    self.interruption = interruption
    self.tally = tally
    decided = Interruption()
    started = ContinuousClock.now
  }

  private init(partOf whole: SolveBudget) {
    limits = SolveLimits(timeLimit: whole.limits.timeLimit, seed: whole.limits.seed)
    (interruption, decided, started, tally) = (whole.interruption, whole.decided, whole.started, SolveTally())
  }

  /// For work on another thread: the same clock and interruption, and a counter of its own without a limit. Whoever hands
  /// out the work counts it here when it is done.
  func part() -> SolveBudget { SolveBudget(partOf: self) }

  var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

  var deadline: ContinuousClock.Instant? { limits.timeLimit.map { started + $0 } }

  /// Steps of local search.
  func spend(_ units: Int64) {
    work += units
    tally.count(moves: units)
  }

  /// Nodes of neighbourhoods.
  func spend(nodes: Int) { work += Int64(nodes) * Self.workPerNode }

  /// What a tree has taken.
  func spend(tree units: Int64) { work += units }

  /// Why the solve must end now; `nil` while it may go on.
  var exhausted: TerminationReason? {
    if interruption.isRequested { return .interrupted }
    if decided.isRequested { return .optimal }
    if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
    if let workLimit = limits.workLimit, work >= workLimit { return .workLimit }
    return nil
  }

  /// The work that is left.
  var remainingWork: Int64? { limits.workLimit.map { max(0, $0 - work) } }

  /// How many nodes of neighbourhoods the work limit still pays for.
  var remainingNodes: Int? {
    limits.workLimit.map { max(0, Int(($0 - work) / Self.workPerNode)) }
  }

  /// The instant at which this share of the time limit is spent.
  func instant(atShare share: Double) -> ContinuousClock.Instant? {
    limits.timeLimit.map { started + $0 * share }
  }

  /// The instant when, from now on, another share of the time limit is spent; never after the deadline.
  func instant(afterShare share: Double) -> ContinuousClock.Instant? {
    guard let timeLimit = limits.timeLimit else { return nil }
    return min(started + timeLimit, ContinuousClock.now + timeLimit * share)
  }

  func control(untilShare share: Double = 1) -> BackendControl {
    BackendControl(deadline: instant(atShare: share), interruption: interruption)
  }
}
