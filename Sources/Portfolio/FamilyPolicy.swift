public struct FamilyPolicy: Sendable, Hashable {
  public enum Mode: String, Sendable, Hashable, CaseIterable { case together, price, off }
  public var mode = Mode.price
  /// Per member that ends with another CSM than the anchor of the family.
  public var splitPrice = Points(240)

  public init() {}
}
