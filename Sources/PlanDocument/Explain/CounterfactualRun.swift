/// How the search for an answer went: the only part of an answer that another run does not repeat.
public struct CounterfactualRun: Sendable, Hashable, Codable {
  public var version: String
  public var seconds: Double
  public var work: Int64
  public var seed: UInt64
  /// `nil` where the rules alone gave the answer.
  @ExplicitNull public var ended: Termination.Reason?

  public init(version: String, seconds: Double, work: Int64, seed: UInt64, ended: Termination.Reason?) {
    self.version = version
    self.seconds = seconds
    self.work = work
    self.seed = seed
    self.ended = ended
  }
}
