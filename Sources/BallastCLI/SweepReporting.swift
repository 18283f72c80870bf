import ArgumentParser
import Sweeps

/// Runs a part of a sweep command; what stops it ends the command with a message and its exit code.
struct SweepReporting {
  let console: Console

  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try console.reporting(body)
    } catch let problem as SweepProblem {
      console.message("\(problem.facts.message)\n\(problem.facts.advice)\n")
      throw ExitCode(problem.facts.exitCode)
    }
  }
}
