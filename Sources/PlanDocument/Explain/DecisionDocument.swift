public import Foundation
public import Portfolio

/// The full account of one decision, all else as planned: schema `ballast.decision/1`, what `ballast explain --json`
/// writes for an account.
public struct DecisionDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.decision/1"

  public var schema: String = DecisionDocument.currentSchema
  public var asOf: CalendarDate
  public var account: String
  /// Everybody who decides together with the account: a family that stays together, else the account alone.
  public var members: [String]
  /// The incumbent; `nil` for an orphan.
  @ExplicitNull public var incumbent: String?
  /// The option of the plan first; then those that keep all limits, cheapest first; then those that break some.
  public var options: [DecisionOption]
  /// What the rules leave no option for, by kind, CSM and reason.
  public var bans: [DecisionBan]

  public init(
    asOf: CalendarDate, account: String, members: [String], incumbent: String?, options: [DecisionOption],
    bans: [DecisionBan]
  ) {
    self.asOf = asOf
    self.account = account
    self.members = members
    self.incumbent = incumbent
    self.options = options
    self.bans = bans
  }

  /// Sorted keys, two spaces, a newline at the end.
  public func encoded() throws -> Data { try DocumentJSON.encoded(self) }
}
