/// Other good plans beside this one, and why there are no more.
public struct AlternativesDocument: Sendable, Hashable, Codable {
  public enum Ending: String, Sendable, Hashable, Codable {
    /// As many as were asked for.
    case found
    /// Proven: no other plan differs enough and costs little enough.
    case noMore
    /// The search found none and did not prove that there is none.
    case noneFound
  }

  /// How many were asked for.
  public var requested: Int
  /// Accounts, or families that move together, that must have another CSM than in this plan and in each alternative before.
  public var differ: Int
  /// How much more they may cost, as a fraction of the objective of this plan.
  public var within: Double
  public var ending: Ending
  /// The best first.
  public var plans: [AlternativeSummary]

  public init(requested: Int, differ: Int, within: Double, ending: Ending, plans: [AlternativeSummary]) {
    self.requested = requested
    self.differ = differ
    self.within = within
    self.ending = ending
    self.plans = plans
  }
}

/// What sets an alternative apart from the plan it stands beside.
public struct AlternativeSummary: Sendable, Hashable, Codable {
  /// Counted from 1.
  public var number: Int
  /// Its plan, in the folder of this one: `alternatives/1/plan.json`.
  public var file: String
  public var objective: PointsValue
  /// Against this plan; below 0 where the alternative is better.
  public var extra: PointsValue
  public var moves: Int
  /// What each rule charges more or less than in this plan; rules that charge the same are absent.
  public var changeByRule: [String: PointsValue]
  /// Minutes per month of the final book, more or less than in this plan; CSMs with the same are absent.
  public var changeByCSM: [String: Int64]
  /// Accounts that end with another CSM than in this plan, sorted by account.
  public var accounts: [AlternativeAccount]
  /// How many accounts or families end with another CSM than in each alternative before.
  public var fromOthers: [Int]

  public init(
    number: Int, file: String, objective: PointsValue, extra: PointsValue, moves: Int,
    changeByRule: [String: PointsValue], changeByCSM: [String: Int64], accounts: [AlternativeAccount], fromOthers: [Int]
  ) {
    self.number = number
    self.file = file
    self.objective = objective
    self.extra = extra
    self.moves = moves
    self.changeByRule = changeByRule
    self.changeByCSM = changeByCSM
    self.accounts = accounts
    self.fromOthers = fromOthers
  }
}

public struct AlternativeAccount: Sendable, Hashable, Codable {
  public var account: String
  /// In the plan; `nil` without a CSM.
  @ExplicitNull public var csm: String?
  @ExplicitNull public var alternative: String?

  public init(account: String, csm: String?, alternative: String?) {
    self.account = account
    self.csm = csm
    self.alternative = alternative
  }
}

/// In the plan of an alternative: what it stands beside. Moves that only make it differ are then no fault.
public struct AlternativeOrigin: Sendable, Hashable, Codable {
  public var number: Int
  /// Of the plan it stands beside.
  public var bestObjective: PointsValue

  public init(number: Int, bestObjective: PointsValue) {
    self.number = number
    self.bestObjective = bestObjective
  }
}
