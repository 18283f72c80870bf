/// What came of one instance, in the units of its file. One line of `ballast bench gap --json`.
package struct GAPOutcome: Sendable, Hashable, Encodable {
  package var instance: String
  /// `nil`: no assignment was found.
  package var objective: Int64?
  /// The best lower bound, including what branch and bound in floating point claims.
  package var bound: Int64?
  /// What multipliers prove in exact integers.
  package var certifiedBound: Int64?
  /// `(objective - bound) / |objective|`.
  package var gap: Double?
  package var seconds: Double
  /// `optimal`, `gapReached`, `timeLimit`, `interrupted`, `infeasible`.
  package var status: String

  private enum CodingKeys: String, CodingKey {
    case instance, objective, bound, certifiedBound, gap, seconds, status
  }

  /// What is unknown is written as `null`: each line has the same keys.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(instance, forKey: .instance)
    try container.encode(objective, forKey: .objective)
    try container.encode(bound, forKey: .bound)
    try container.encode(certifiedBound, forKey: .certifiedBound)
    try container.encode(gap, forKey: .gap)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(status, forKey: .status)
  }
}
