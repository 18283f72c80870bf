public import PlanDocument

/// What the independent checks say about a plan.
public struct VerificationSummary: Sendable, Codable {
  public var checks: [CheckDocument]

  public init(checks: [CheckDocument]) { self.checks = checks }

  public var passed: Bool { checks.allSatisfy(\.passed) }
}
