/// One measured run: one line of `runs.jsonl`. Values are in points, times in seconds, memory in bytes.
package struct CaseResult: Sendable, Hashable, Codable {
  package var family: String
  package var seed: UInt64
  /// What `ballast plan` was told, without paths.
  package var options: [String]
  package var version: String
  package var objective: Double?
  /// The best bound the solver claims.
  package var bound: Double?
  package var certifiedBound: Double?
  /// A fraction; `certifiedGap` is the one that counts.
  package var gap: Double?
  package var certifiedGap: Double?
  /// Since the search began, as all times but `totalSeconds` are.
  package var firstPlan: Double?
  /// By gap, certified; a gap that was not reached is missing.
  package var secondsToGap: [String: Double]
  package var searchSeconds: Double?
  /// Of the whole program: reading, compiling, searching, checking, writing all files.
  package var totalSeconds: Double
  package var processorSeconds: Double
  package var peakBytes: Int64
  package var exitCode: Int32
  /// Whether `ballast verify`, run afterwards, found no fault; `nil`: it was not run.
  package var verified: Bool?
}
