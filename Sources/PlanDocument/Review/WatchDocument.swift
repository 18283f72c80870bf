public import Portfolio

/// What has changed between two reviews: what `ballast watch --json` prints, schema `ballast.watch/1`.
public struct WatchDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.watch/1"

  /// A finding whose own number has grown.
  public struct Worsened: Sendable, Hashable, Codable {
    public var finding: ReviewFinding
    /// The number when it was last shown, or dismissed.
    public var before: Int64
    public var now: Int64
    public init(finding: ReviewFinding, before: Int64, now: Int64) {
      self.finding = finding
      self.before = before
      self.now = now
    }
  }

  public var schema: String = WatchDocument.currentSchema
  public var asOf: CalendarDate
  /// The day of the review that was compared with; `nil` on a first run.
  @ExplicitNull public var previous: CalendarDate?
  public var new: [ReviewFinding] = []
  public var worse: [Worsened] = []
  /// Snoozed until a day that has come.
  public var back: [ReviewFinding] = []
  /// As they were found last.
  public var resolved: [ReviewFinding] = []
  public var unchanged = 0
  /// Not shown because somebody decided so.
  public var dismissed = 0
  public var snoozed = 0
  /// Ids of decisions about findings that neither review holds.
  public var unknownDecisions: [String] = []

  public init(asOf: CalendarDate, previous: CalendarDate?) {
    self.asOf = asOf
    self.previous = previous
  }

  /// Whether somebody should look.
  public var hasNews: Bool { !new.isEmpty || !worse.isEmpty || !back.isEmpty }
}
