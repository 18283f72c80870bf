/// A written rule for moving accounts in or out of a book. All conditions given must hold; a condition on something that
/// is not known does not.
public struct ReviewCriterion: Sendable, Hashable {
  /// What the rule asks of the plan.
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The account stays with its CSM: a lock.
    case keep
    /// The account should leave its CSM: a price on staying.
    case release
    /// A pool may take the account.
    case pool
    /// The account may change hands now: its moment is a change of segment.
    case moment
  }

  /// A number that is compared.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// 0-100.
    case health
    /// Whole currency.
    case arr, potential, lifetime, profit
    /// Minutes a month.
    case effort
  }

  public struct Bound: Sendable, Hashable {
    public var measure: Measure
    /// `true`: at least `value`; `false`: below it.
    public var isAtLeast: Bool
    public var value: Int64
    public init(_ measure: Measure, isAtLeast: Bool, _ value: Int64) {
      self.measure = measure
      self.isAtLeast = isAtLeast
      self.value = value
    }
  }

  public var id: String
  public var reason: String
  public var outcome: Outcome
  public var bounds: [Bound]
  /// Empty: any.
  public var postures: [Posture]
  public var tiers: [String]
  /// For `keep`: a move is charged instead of banned.
  public var price: Points?

  public init(id: String, reason: String, outcome: Outcome, bounds: [Bound] = []) {
    self.id = id
    self.reason = reason
    self.outcome = outcome
    self.bounds = bounds
    postures = []
    tiers = []
  }

  public static let defaults: [ReviewCriterion] = {
    var pool = ReviewCriterion(
      id: "headspace", reason: "Its service costs more than it brings", outcome: .pool,
      bounds: [Bound(.profit, isAtLeast: false, 0)])
    pool.postures = [.serve]
    return [pool]
  }()
}
