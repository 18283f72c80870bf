/// A training or a hire, tried against one resignation by planning it again.
public struct ResilienceRemedy: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable { case training, hire }

  /// Of the scenario file.
  public var id: String
  public var kind: Kind
  /// The resignation it softens.
  public var departure: String
  /// Who learns, or the id of the hire.
  public var csm: String
  public var name: String?
  /// What is learned, or what the hire knows.
  public var domains: [String]
  public var region: String
  public var status: ComparedPlan.Status
  /// Cost of the resignation without it less that with it.
  public var saved: CostInterval?
  public var facts: ResilienceFacts?

  public init(
    id: String, kind: Kind, departure: String, csm: String, name: String?, domains: [String], region: String,
    status: ComparedPlan.Status
  ) {
    self.id = id
    self.kind = kind
    self.departure = departure
    self.csm = csm
    self.name = name
    self.domains = domains
    self.region = region
    self.status = status
  }
}
