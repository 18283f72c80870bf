/// A decision that is otherwise than in the plan.
public struct PlanChange: Sendable, Hashable, Codable {
  public enum Effect: String, Sendable, Hashable, Codable {
    /// Stays in the plan, changes hands now.
    case moved
    /// Changes hands in the plan, stays now.
    case undone
    /// Goes to somebody else than in the plan.
    case redirected
    /// Goes to the same CSM at another time, or is covered by somebody else.
    case retimed
    /// Is left without a CSM now.
    case dropped
  }

  public var effect: Effect
  /// The question was about this account; other changes follow from it.
  public var asked: Bool
  public var before: Assignment
  public var after: Assignment
  public var account: String { before.account }

  public init(effect: Effect, asked: Bool, before: Assignment, after: Assignment) {
    self.effect = effect
    self.asked = asked
    self.before = before
    self.after = after
  }
}
