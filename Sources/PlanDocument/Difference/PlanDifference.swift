public import Portfolio

/// Two plans compared: what `ballast diff --json` prints, schema `ballast.diff/1`. `before` is the first plan that was named.
public struct PlanDifference: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.diff/1"

  public struct Side: Sendable, Hashable, Codable {
    public var asOf: CalendarDate
    public var objective: PointsValue
    @ExplicitNull public var certifiedBound: PointsValue?
    public var totals: PlanTotals
  }

  /// What a rule charges in both plans.
  public struct Rule: Sendable, Hashable, Codable {
    public var rule: String
    public var before: PointsValue
    public var after: PointsValue
    /// `after - before`.
    public var change: PointsValue
  }

  /// The final book of a CSM in both plans; a side is `null` where the plan does not have the CSM.
  public struct Book: Sendable, Hashable, Codable {
    public var csm: String
    public var name: String?
    @ExplicitNull public var before: BookDocument.Side?
    @ExplicitNull public var after: BookDocument.Side?
  }

  /// An account that the plans treat differently; a side is `null` where the plan does not have the account.
  public struct Account: Sendable, Hashable, Codable {
    /// `who`: other people at the end, or for the cover; `when`: the same people on other days; `only`: in one plan alone.
    public enum Change: String, Sendable, Hashable, Codable { case who, when, only }

    public var account: String
    public var name: String?
    public var change: Change
    @ExplicitNull public var before: Assignment?
    @ExplicitNull public var after: Assignment?
  }

  public var schema: String = PlanDifference.currentSchema
  public var before: Side
  public var after: Side
  /// Names of the input files that differ. Where there are some, the objectives answer different questions.
  public var inputs: [String]
  /// What each rule charges in either plan; the largest change first.
  public var rules: [Rule]
  /// All CSMs, by id.
  public var books: [Book]
  /// Only what differs: first who, then when, then what is in one plan alone; by account within.
  public var accounts: [Account]
}
