public struct RegionDefinition: Sendable, Hashable {
  public var name: String
  public var adjacent: [String]
  public init(name: String, adjacent: [String] = []) {
    self.name = name
    self.adjacent = adjacent
  }
}
