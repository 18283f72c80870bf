/// The outcome of one independent check of the plan.
public struct CheckDocument: Sendable, Hashable, Codable {
  /// `plan`, `selection`, `model`, `certified bound`.
  public var name: String
  public var passed: Bool
  /// What was compared, or what is wrong.
  public var details: [String]
  public init(name: String, passed: Bool, details: [String]) {
    self.name = name
    self.passed = passed
    self.details = details
  }
}
