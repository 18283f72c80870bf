public import PlanDocument
public import Portfolio

/// Everything that binds a plan before it is made: what people answered, and what has been published.
public struct AgreementSources: Sendable {
  public var decisions: [Decision]
  /// The plan that the decisions answer.
  public var reviewed: PlanDocument?
  /// The plan that people have been told of.
  public var published: PlanDocument?

  public init(decisions: [Decision] = [], reviewed: PlanDocument? = nil, published: PlanDocument? = nil) {
    self.decisions = decisions
    self.reviewed = reviewed
    self.published = published
  }
}

/// What follows from the sources for a portfolio.
public struct ResolvedAgreements: Sendable {
  /// By account.
  public var agreements: [Agreement] = []
  /// Errors and warnings about rows of the file of decisions, and about moves of the published plan.
  public var issues: [ValidationIssue] = []

  public var hasErrors: Bool { issues.contains { $0.severity == .error } }
}
