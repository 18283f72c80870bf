public import Foundation
public import Portfolio

/// What would happen if something were otherwise than planned: schema `ballast.counterfactual/1`, what `ballast explain
/// --json` writes for a question.
public struct CounterfactualDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.counterfactual/1"

  public enum Outcome: String, Sendable, Hashable, Codable {
    /// There is such a plan; `cost` says what it costs.
    case answered
    /// There is none: `obstacles` says why.
    case forbidden
    /// The search ended without such a plan and without a reason why there is none.
    case undecided
  }

  public var schema: String = CounterfactualDocument.currentSchema
  public var asOf: CalendarDate
  public var questions: [CounterfactualQuestion]
  public var outcome: Outcome
  /// Absent unless answered.
  public var cost: CounterfactualCost?
  /// What is decided otherwise than in the plan, sorted by account.
  public var changes: [PlanChange]
  /// CSMs whose hours change in some period, sorted by CSM.
  public var loads: [LoadChange]
  /// Why there is no such plan.
  public var obstacles: [Obstacle]
  /// What was checked, independently of the search; an answer that fails is not given.
  public var checks: [CheckDocument]
  public var run: CounterfactualRun

  public init(
    asOf: CalendarDate, questions: [CounterfactualQuestion], outcome: Outcome, cost: CounterfactualCost? = nil,
    changes: [PlanChange] = [], loads: [LoadChange] = [], obstacles: [Obstacle] = [], checks: [CheckDocument] = [],
    run: CounterfactualRun
  ) {
    self.asOf = asOf
    self.questions = questions
    self.outcome = outcome
    self.cost = cost
    self.changes = changes
    self.loads = loads
    self.obstacles = obstacles
    self.checks = checks
    self.run = run
  }

  /// Sorted keys, two spaces, a newline at the end.
  public func encoded() throws -> Data { try DocumentJSON.encoded(self) }
}
