public struct EligibilityPolicy: Sendable, Hashable {
  public enum Treatment: String, Sendable, Hashable, CaseIterable {
    /// New pairings are impossible; an inherited one is charged.
    case ban
    /// New and inherited pairings are charged.
    case price
    case off
  }

  public var region = Treatment.ban
  /// Per month that a pairing lasts.
  public var adjacentPrice = Points(60)
  public var regionPrice = Points(240)
  /// Level from which an account of the tier is served without loss.
  public var requiredLevel = PerTier(CSM.ExpertiseLevel.working)
  /// Extra effort with too low a level, or without the domain.
  public var weakPercent: Percent = 15
  public var missingPercent: Percent = 40
  public var weak = PerTier(Treatment.price)
  public var missing = PerTier(Treatment.price, ["strategic": .ban])
  /// Points per extra minute; one minute is worth one point.
  public var pricePerExtraMinute = Points(1)
  public var tier = Treatment.ban
  public var tierPrice = Points(240)
  public var language = Treatment.ban
  public var languagePrice = Points(240)
  public var forbidden: [Pairing] = []
  /// Charged per month while an inherited forbidden pair lasts.
  public var forbiddenPrice = Points(480)
  public var pins: [Pairing] = []

  public init() {}
}
