public import Portfolio

/// What accounts of a posture get.
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
