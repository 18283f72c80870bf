import Foundation

/// Generates, plans and verifies one case after another, each step in a process of its own: so that peak memory is
/// that of the step, and that what is measured is what users run.
package struct CaseRunner: Sendable {
  /// Path of `ballast`.
  private let program: String
  private let version: String
  private let child: ChildProcess
  package var timeLimit: Duration?
  /// The certified gap at which a search ends, as a fraction.
  package var gap = 0.0
  package var processors: Int?
  package var verifies = true

  package init(program: String, version: String, child: ChildProcess) {
    self.program = program
    self.version = version
    self.child = child
  }

  /// - Parameter folder: for the workspace and the plan, made and left to the caller to delete.
  package func run(
    _ family: BenchmarkFamily, seed: UInt64, in folder: String
  ) throws -> (result: CaseResult, trace: SearchTrace) {
    let workspace = "\(folder)/workspace"
    let generated = try child.run([program] + family.generateArguments(seed: seed, folder: workspace))
    guard generated.exitCode == 0 else {
      throw ChildProcessError(program: "ballast bench generate", reason: "it ended with \(generated.exitCode)")
    }
    let limit = (timeLimit ?? family.timeLimit) / .seconds(1)
    let options = ["--time-limit", "\(limit)", "--gap", "\(gap)", "--certified"]
    let log = "\(folder)/progress.jsonl"
    let usage = try child.run(
      [program, "plan", workspace, "--output", "\(folder)/out", "--progress-log", log, "--quiet"] + options,
      processors: processors)
    let trace = SearchTrace(progressLog: (try? String(contentsOfFile: log, encoding: .utf8)) ?? "")
    var result = CaseRunner.result(usage, trace)
    (result.family, result.seed, result.options, result.version) = (family.name, seed, options, version)
    if verifies, usage.exitCode == 0 { result.verified = try verify("\(folder)/out/plan.json") }
    return (result, trace)
  }

  private func verify(_ plan: String) throws -> Bool {
    try child.run([program, "verify", plan, "--quiet"]).exitCode == 0
  }

  private static func result(_ usage: ChildProcess.Usage, _ trace: SearchTrace) -> CaseResult {
    let last = trace.last
    return CaseResult(
      family: "", seed: 0, options: [], version: "", objective: last?.objective, bound: trace.claimedBound,
      certifiedBound: last?.bound, gap: trace.claimedGap, certifiedGap: last?.gap, firstPlan: trace.firstPlan,
      secondsToGap: GapMarks.seconds(trace), searchSeconds: last?.seconds, totalSeconds: usage.seconds,
      processorSeconds: usage.processorSeconds, peakBytes: usage.peakBytes, exitCode: usage.exitCode)
  }
}

extension SearchTrace {
  /// The gap to the best bound that was claimed.
  package var claimedGap: Double? {
    Moment(seconds: 0, objective: last?.objective, bound: claimedBound).gap
  }
}
