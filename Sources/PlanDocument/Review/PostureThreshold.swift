/// From where on value and potential count as high; absent: nothing is known to judge by.
public struct PostureThreshold: Sendable, Hashable, Codable {
  public var tier: String
  public var value: Int64?
  public var potential: Int64?

  public init(tier: String, value: Int64?, potential: Int64?) {
    self.tier = tier
    self.value = value
    self.potential = potential
  }
}
