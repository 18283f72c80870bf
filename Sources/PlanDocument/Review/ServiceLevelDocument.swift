public import Portfolio

/// What accounts of a posture get, and from where on value and potential are high.
public struct ServiceLevelDocument: Sendable, Hashable, Codable {
  /// Absent: unmapped.
  public var posture: Posture?
  public var cadenceDays: Int
  /// What the estimated effort grows by, in percent.
  public var effortPercent: Int64
  /// Who may hold it; empty: any seniority.
  public var seniorities: [String]
  public var pool: Bool

  public init(posture: Posture?, cadenceDays: Int, effortPercent: Int64, seniorities: [String], pool: Bool) {
    self.posture = posture
    self.cadenceDays = cadenceDays
    self.effortPercent = effortPercent
    self.seniorities = seniorities
    self.pool = pool
  }
}

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
