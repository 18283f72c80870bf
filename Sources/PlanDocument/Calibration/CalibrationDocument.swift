public import Portfolio

/// Efforts as an activity log has them, beside those of the policy: schema `ballast.calibration/1`.
public struct CalibrationDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.calibration/1"

  /// Accounts that say nothing about the estimate, by reason; each is counted once.
  public struct LeftOut: Sendable, Hashable, Codable {
    /// Nobody looks after them.
    public var nobody = 0
    /// A pool does, with a share of the effort.
    public var inPool = 0
    /// Their CSM took them over after the first day of the log.
    public var heldTooShort = 0
    /// Their CSM has no row in the log, for any account.
    public var withoutLog = 0
    /// An onboarding or an escalation ended within these days.
    public var changed = 0
    /// Of tiers with too few accounts.
    public var smallTier = 0
    public init() {}
    public var total: Int { nobody + inPool + heldTooShort + withoutLog + changed + smallTier }
  }

  public var schema: String = CalibrationDocument.currentSchema
  public var asOf: CalendarDate
  /// First and last day of the log, at most a year.
  public var from: CalendarDate
  public var to: CalendarDate
  /// File name to SHA-256 of its bytes.
  public var inputs: [String: String]
  public var isRobust: Bool
  public var seed: UInt64
  /// How often accounts were drawn again for the ranges.
  public var draws: Int
  /// Accounts the fit rests on.
  public var accounts: Int
  /// Accounts of the workspace, and those of them with an effort that is given: a plan keeps it, and does not estimate.
  public var allAccounts: Int
  public var givenEfforts: Int
  public var leftOut: LeftOut
  /// A coefficient is fitted from so many accounts on.
  public var accountsPerCoefficient: Int
  public var coefficients: [CalibratedCoefficient]

  public init(
    asOf: CalendarDate, from: CalendarDate, to: CalendarDate, inputs: [String: String], isRobust: Bool, seed: UInt64,
    draws: Int, accounts: Int, allAccounts: Int, givenEfforts: Int, leftOut: LeftOut, accountsPerCoefficient: Int,
    coefficients: [CalibratedCoefficient]
  ) {
    self.asOf = asOf
    self.from = from
    self.to = to
    self.inputs = inputs
    self.isRobust = isRobust
    self.seed = seed
    self.draws = draws
    self.accounts = accounts
    self.allAccounts = allAccounts
    self.givenEfforts = givenEfforts
    self.leftOut = leftOut
    self.accountsPerCoefficient = accountsPerCoefficient
    self.coefficients = coefficients
  }
}
