/// Limits on the final book of a CSM; a column of `csms.csv` wins over the policy; `nil`: no limit.
public struct BookPolicy: Sendable, Hashable {
  public struct SegmentShare: Sendable, Hashable {
    public enum Attribute: String, Sendable, Hashable, CaseIterable { case region, tier, domain }
    public var attribute: Attribute
    public var value: String
    /// Of the ARR of the book.
    public var percent: Percent
    public init(_ attribute: Attribute, _ value: String, percent: Percent) {
      self.attribute = attribute
      self.value = value
      self.percent = percent
    }
  }

  public var maxAccounts: Int64?
  public var maxStrategic: Int64?
  public var maxAtRisk: Int64?
  public var maxARR: Money?
  public var segmentShares: [SegmentShare] = []

  public init() {}
}
