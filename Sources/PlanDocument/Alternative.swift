/// Another choice for the same account: its extra cost with all else fixed, or what forbids it.
public struct Alternative: Sendable, Hashable, Codable {
  public var csm: String?
  public var period: Int?
  public var moment: String?
  public var extra: PointsValue?
  public var forbiddenBy: String?
  public var note: String
  public init(
    csm: String?, period: Int? = nil, moment: String? = nil, extra: PointsValue? = nil,
    forbiddenBy: String? = nil, note: String
  ) {
    self.csm = csm
    self.period = period
    self.moment = moment
    self.extra = extra
    self.forbiddenBy = forbiddenBy
    self.note = note
  }
}
