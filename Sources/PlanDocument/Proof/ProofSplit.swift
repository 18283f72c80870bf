/// A case distinction: at most `threshold` of the options are chosen, or more.
public struct ProofSplit: Sendable, Hashable, Decodable {
  public var threshold: Int32
  /// Strictly rising.
  public var options: [Int32]

  public init(threshold: Int32, options: [Int32]) {
    self.threshold = threshold
    self.options = options
  }
}
