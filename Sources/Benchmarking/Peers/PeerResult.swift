/// What a solver reached on one model: one line of `compare.jsonl`. Values are in points, times in seconds, memory in bytes.
package struct PeerResult: Sendable, Hashable, Codable {
  package enum Check: String, Sendable, Hashable, Codable {
    /// The plan keeps every row, checked apart from the solver.
    case feasible
    case infeasible
    /// There was no plan, or it was not handed over.
    case unchecked
  }

  package var solver: String
  /// Processors the program was confined to; 0 for all.
  package var processors: Int
  package var timeLimit: Double
  package var objective: Double?
  package var bound: Double?
  /// A fraction.
  package var gap: Double?
  package var firstPlan: Double?
  /// By gap; a gap that was not reached is missing.
  package var secondsToGap: [String: Double] = [:]
  package var totalSeconds: Double?
  package var processorSeconds: Double?
  package var peakBytes: Int64?
  package var check = Check.unchecked
  /// What the solver says about itself, or why there is no result.
  package var status: String

  init(solver: String, processors: Int?, timeLimit: Double, status: String) {
    self.solver = solver
    self.processors = processors ?? 0
    self.timeLimit = timeLimit
    self.status = status
  }

  mutating func take(_ trace: SearchTrace, _ usage: ChildProcess.Usage) {
    (objective, bound, gap) = (trace.last?.objective, trace.last?.bound, trace.last?.gap)
    (firstPlan, secondsToGap) = (trace.firstPlan, GapMarks.seconds(trace))
    (totalSeconds, processorSeconds, peakBytes) = (usage.seconds, usage.processorSeconds, usage.peakBytes)
  }
}
