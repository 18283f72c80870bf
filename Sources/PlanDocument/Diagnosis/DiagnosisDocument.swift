public import Portfolio

/// What `ballast diagnose` found: schema `ballast.diagnosis/1`.
///
/// CSMs and accounts are named by id in fields and by name in sentences; minutes are whole minutes (after the horizon: of
/// a month); points are exact decimals.
public struct DiagnosisDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.diagnosis/1"

  public enum Status: String, Sendable, Hashable, Codable {
    /// Some rules cannot all hold: there is no plan.
    case conflict
    /// All rules can hold; hours are missing, or somebody is overloaded in every plan.
    case short
    /// All rules can hold, and nothing forces an overload.
    case clear
    /// Nothing was decided within the limits.
    case undecided
  }

  public var schema = DiagnosisDocument.currentSchema
  public var status: Status
  public var asOf: CalendarDate
  public var conflicts: [ConflictDocument] = []
  /// With conflicts: the cheapest rules to lift; `nil` where no edit of the inputs helps or none was found in time.
  public var repair: RepairDocument?
  public var shortages: [HoursShortageDocument] = []
  public var overloads: [OverloadDocument] = []
  /// What one more hour, one more expert or one lifted pin would buy, the best first.
  public var gains: [GainDocument] = []
  /// `false` when a limit or an interruption left some question open.
  public var isComplete = true

  public init(status: Status, asOf: CalendarDate) {
    self.status = status
    self.asOf = asOf
  }

  /// One JSON document, keys sorted, with a line end.
  public func encoded() throws -> String { try DocumentJSON.text(self) }
}
