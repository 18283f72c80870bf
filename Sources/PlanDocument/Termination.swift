public struct Termination: Sendable, Hashable, Codable {
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    case optimal, gapReached, timeLimit, workLimit, interrupted, infeasible
    /// The solver gave up before any limit; plan and bounds stand, as they were checked independently.
    case solverFailed
  }
  public var reason: Reason
  public init(reason: Reason) { self.reason = reason }
}
