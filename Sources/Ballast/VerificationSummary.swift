public import PlanDocument

/// What the independent checks say about a plan.
public struct VerificationSummary: Sendable, Codable {
  public var checks: [CheckDocument]
  public var passed: Bool { checks.allSatisfy(\.passed) }
}
