/// Somebody resigns, or two people do: who takes over, who carries too much, what nobody knows any more.
public struct ResilienceDeparture: Sendable, Hashable, Codable {
  /// Somebody who takes accounts over.
  public struct Receiver: Sendable, Hashable, Codable {
    public var csm: String
    public var name: String?
    public var accounts: Int
    public init(csm: String, name: String?, accounts: Int) {
      self.csm = csm
      self.name = name
      self.accounts = accounts
    }
  }

  /// A domain that nobody else has who serves a region.
  public struct SoleExpertise: Sendable, Hashable, Codable {
    public var domain: String
    public var region: String
    /// Accounts of the region that need the domain, whoever has them, and their ARR.
    public var accounts: Int
    public var arr: Int64
    /// CSMs of other regions who have the domain; empty: nobody anywhere.
    public var elsewhere: [String]
    public init(domain: String, region: String, accounts: Int, arr: Int64, elsewhere: [String]) {
      self.domain = domain
      self.region = region
      self.accounts = accounts
      self.arr = arr
      self.elsewhere = elsewhere
    }
  }

  /// Of the scenario file, without folder and extension.
  public var id: String
  public var csms: [String]
  public var names: [String]
  public var status: ComparedPlan.Status
  /// Why there is no plan, one sentence each.
  public var reasons: [String] = []
  public var facts: ResilienceFacts?
  /// How much more the best plan costs than the best plan in which nobody leaves.
  public var loss: CostInterval?
  /// The first and last place that the certified bounds leave open among resignations, or among pairs; 1 costs most.
  public var firstRank: Int?
  public var lastRank: Int?
  /// Of those who leave, today.
  public var accounts: Int = 0
  public var arr: Int64 = 0
  /// Of these accounts: with somebody else in the end, by whom, of these only at the last moment because the CSM leaves,
  /// and with nobody.
  public var takenOver: Int = 0
  public var atForcedMoment: Int = 0
  public var receivers: [Receiver] = []
  public var unassigned: Int = 0
  /// ARR of those taken over; accounts of others that change hands by choice and their ARR.
  public var arrTakenOver: Int64 = 0
  public var movesByChoice: Int = 0
  public var arrMovedByChoice: Int64 = 0
  public var soleExpertise: [SoleExpertise] = []

  public init(id: String, csms: [String], names: [String], status: ComparedPlan.Status) {
    self.id = id
    self.csms = csms
    self.names = names
    self.status = status
  }
}
