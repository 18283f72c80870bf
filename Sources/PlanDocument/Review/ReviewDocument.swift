public import Portfolio

/// Where attention should go, and whether it goes there: the content of `review.json`, schema `ballast.review/1`.
///
/// Everything a report shows is in here. Minutes are per month, money is in whole `currency`.
public struct ReviewDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.review/1"

  public struct Person: Sendable, Hashable, Codable {
    public var csm: String
    public var name: String?
    public var kind: String
    public var team: String?
    public var manager: String?
    public init(csm: String, name: String?, kind: String, team: String?, manager: String?) {
      self.csm = csm
      self.name = name
      self.kind = kind
      self.team = team
      self.manager = manager
    }
  }

  public var schema: String = ReviewDocument.currentSchema
  /// The review looks back and ahead from here.
  public var asOf: CalendarDate
  /// The first day of the period that is looked back on.
  public var since: CalendarDate
  public var currency: String
  /// File name to SHA-256 of its bytes.
  public var inputs: [String: String]
  /// What trends are against; absent without `--previous`.
  public var previous: String?
  /// `false`: there is neither a column `last_touch` nor `activity.csv`, so that nothing is said about silence.
  public var knowsTouches: Bool
  public var totals: ReviewTotals
  public var thresholds: [PostureThreshold]
  public var services: [ServiceLevelDocument]
  /// The base, then teams, then CSMs.
  public var matrices: [PostureMatrix]
  public var attention: AttentionDocument
  public var concentration: [ConcentrationDocument]
  public var criteria: [CriterionDocument]
  public var people: [Person]
  /// Hours that the coming year asks for.
  public var forecast: ForecastDocument
  /// By kind, then by weight.
  public var findings: [ReviewFinding]
  /// By id.
  public var accounts: [ReviewedAccount]

  public init(
    asOf: CalendarDate, since: CalendarDate, currency: String, inputs: [String: String], previous: String?,
    knowsTouches: Bool, totals: ReviewTotals, thresholds: [PostureThreshold], services: [ServiceLevelDocument],
    matrices: [PostureMatrix], attention: AttentionDocument, concentration: [ConcentrationDocument],
    criteria: [CriterionDocument], people: [Person], forecast: ForecastDocument, findings: [ReviewFinding],
    accounts: [ReviewedAccount]
  ) {
    self.asOf = asOf
    self.since = since
    self.currency = currency
    self.inputs = inputs
    self.previous = previous
    self.knowsTouches = knowsTouches
    self.totals = totals
    self.thresholds = thresholds
    self.services = services
    self.matrices = matrices
    self.attention = attention
    self.concentration = concentration
    self.criteria = criteria
    self.people = people
    self.forecast = forecast
    self.findings = findings
    self.accounts = accounts
  }
}
