public struct TierDefinition: Sendable, Hashable {
  public var name: String
  /// Counts against `max_strategic`. A tier not listed is strategic when its folded name is `strategic`.
  public var strategic: Bool
  public init(name: String, strategic: Bool) {
    self.name = name
    self.strategic = strategic
  }
}
