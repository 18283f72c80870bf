public struct MultiplierDocument: Sendable, Hashable, Codable {
  /// `hours/ANN/2`, `balance-arr/ANN`, `family-split/A17/ANN`: kind, then ids, then period.
  public var resource: String
  /// In 1/65536 micropoints per quantum.
  public var value: Int64
  public init(resource: String, value: Int64) {
    self.resource = resource
    self.value = value
  }
}
