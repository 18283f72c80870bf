/// How a plan stands sampled efforts: the content of `stress.json`, schema `ballast.stress/1`.
public struct StressDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.stress/1"

  /// One CSM.
  public struct Person: Sendable, Hashable, Codable {
    public var csm: String
    public var name: String
    /// The samples in which the hours of some period, or of the months after the horizon, are above the hard limit.
    public var overloaded: Int
    /// The period that is above most often; the number of periods for the months after the horizon.
    public var period: Int
    public var overloadedInPeriod: Int
    /// Minutes in that period: as planned, the limit, and in the worst sample.
    public var planned: Int64
    public var limit: Int64
    public var worst: Int64
    /// For a robust plan: no more than this share of samples can be expected above the limit in that period, whatever the
    /// efforts are distributed like, as long as they are independent and as likely above what is expected as below.
    public var promised: Double?

    public init(
      csm: String, name: String, overloaded: Int, period: Int, overloadedInPeriod: Int, planned: Int64, limit: Int64,
      worst: Int64, promised: Double? = nil
    ) {
      self.csm = csm
      self.name = name
      self.overloaded = overloaded
      self.period = period
      self.overloadedInPeriod = overloadedInPeriod
      self.planned = planned
      self.limit = limit
      self.worst = worst
      self.promised = promised
    }
  }

  public var schema: String = StressDocument.currentSchema
  public var samples: Int
  public var seed: UInt64
  /// How many accounts of each CSM the plan was made to stand; absent where none.
  public var robust: Int?
  /// The samples in which anybody is above the hard limit.
  public var anybody: Int
  /// Those who are above most often first.
  public var people: [Person]

  public init(samples: Int, seed: UInt64, robust: Int?, anybody: Int, people: [Person]) {
    self.samples = samples
    self.seed = seed
    self.robust = robust
    self.anybody = anybody
    self.people = people
  }
}
