import ArgumentParser
import Ballast

/// How long and how hard to search: the same words for every command that searches.
struct SearchOptions: ParsableArguments {
  @Option(
    help: """
      Longest search: 60, 90s, 2m; of each plan where there are several. Default 60s (a scenario 30s, a point of a frontier \
      10s, a resignation 5s), or none with --work-limit.
      """)
  var timeLimit: DurationArgument?

  @Option(
    help:
      "Longest search in reproducible units of work, of each plan where there are several: 1,000,000 are a second to ten."
  )
  var workLimit: Int64?

  @Option(help: "Seed of the search.")
  var seed: UInt64 = 1

  func validate() throws {
    if let workLimit, workLimit <= 0 { throw ValidationError("--work-limit is a positive whole number.") }
  }

  /// - Parameters:
  ///   - seconds: the time limit where none is given.
  ///   - gap: where the search may stop.
  func request(orSeconds seconds: Int, gap: Double, certified: Bool = false) -> PlanRequest {
    let fallback: Duration? = workLimit == nil ? .seconds(seconds) : nil
    return PlanRequest(
      timeLimit: timeLimit?.duration ?? fallback, workLimit: workLimit, gap: gap, certified: certified, seed: seed)
  }
}
