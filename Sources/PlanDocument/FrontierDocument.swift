/// What a limit or a price costs over a range: the content of `frontier.json`, schema `ballast.frontier/1`.
public struct FrontierDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.frontier/1"

  public enum Axis: String, Sendable, Hashable, Codable {
    /// At most so many accounts change hands by choice.
    case moves
    /// At most so much ARR changes hands by choice.
    case arrMoved = "arr-moved"
    /// A value of the policy.
    case value
  }

  /// A plan and a bound at one value of the axis.
  public struct Point: Sendable, Hashable, Codable {
    /// The limit, or the value of the policy.
    public var at: Int64
    /// What a plan inside the limit costs: of this search, or of one with a stricter limit where that found a better one.
    public var objective: PointsValue
    /// No plan inside the limit costs less; from this search, or from one with a looser limit.
    public var certifiedBound: PointsValue?
    /// The value of the axis whose search found the plan.
    public var planAt: Int64
    /// Accounts that change hands by choice in that plan, and their ARR.
    public var moves: Int
    public var arrMoved: Int64
    public var overloaded: Int
    public var unassigned: Int
    /// A stricter limit gives a plan that costs no more.
    public var isDominated: Bool
    public var seconds: Double

    public init(
      at: Int64, objective: PointsValue, certifiedBound: PointsValue?, planAt: Int64, moves: Int, arrMoved: Int64,
      overloaded: Int, unassigned: Int, isDominated: Bool, seconds: Double
    ) {
      self.at = at
      self.objective = objective
      self.certifiedBound = certifiedBound
      self.planAt = planAt
      self.moves = moves
      self.arrMoved = arrMoved
      self.overloaded = overloaded
      self.unassigned = unassigned
      self.isDominated = isDominated
      self.seconds = seconds
    }
  }

  public var schema: String = FrontierDocument.currentSchema
  public var axis: Axis
  /// The path of the policy, for `value`.
  public var path: String?
  public var currency: String
  /// By `at`.
  public var points: [Point]
  /// Values of the axis for which there is no plan, with the reason.
  public var without: [String: String]
  /// The value of the axis beyond which more of it buys little; `nil` where the curve has no bend.
  public var knee: Int64?

  public init(
    axis: Axis, path: String?, currency: String, points: [Point], without: [String: String], knee: Int64?
  ) {
    self.axis = axis
    self.path = path
    self.currency = currency
    self.points = points
    self.without = without
    self.knee = knee
  }
}
