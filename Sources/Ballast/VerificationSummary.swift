/// What the independent checks say about a plan.
public struct VerificationSummary: Sendable, Codable {
  public struct Check: Sendable, Codable {
    /// `plan`, `certified bound`.
    public var name: String
    public var passed: Bool
    /// What was compared, or what is wrong; one sentence each.
    public var details: [String]
  }

  public var checks: [Check]
  public var passed: Bool { checks.allSatisfy(\.passed) }
}
