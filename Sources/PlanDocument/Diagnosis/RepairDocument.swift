/// The cheapest rules to lift so that all others can hold, tried.
public struct RepairDocument: Sendable, Hashable, Codable {
  public struct Step: Sendable, Hashable, Codable {
    public var rule: String
    /// What to lift, and by how much.
    public var message: String
    /// The edit: what to write where.
    public var edit: String
    public var price: PointsValue
    public var place: InputPlace?

    public init(rule: String, message: String, edit: String, price: PointsValue) {
      self.rule = rule
      self.message = message
      self.edit = edit
      self.price = price
    }
  }

  public var steps: [Step]
  public var price: PointsValue
  /// No repair made of such edits costs less; certified in whole numbers.
  public var bound: PointsValue
  /// The repaired portfolio was planned, and the plan passed every check.
  public var isVerified: Bool
  /// Of that plan.
  public var objective: PointsValue?

  public var isCheapest: Bool { price.micropoints <= bound.micropoints }

  public init(
    steps: [Step], price: PointsValue, bound: PointsValue, isVerified: Bool, objective: PointsValue? = nil
  ) {
    self.steps = steps
    self.price = price
    self.bound = bound
    self.isVerified = isVerified
    self.objective = objective
  }
}
