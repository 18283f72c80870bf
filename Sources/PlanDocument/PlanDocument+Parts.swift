public import Portfolio

public struct HorizonDocument: Sendable, Hashable, Codable {
  public struct Period: Sendable, Hashable, Codable {
    public var index: Int
    /// `Dec 2026`, `Week of 2026-12-07`.
    public var label: String
    public var start: CalendarDate
    /// Last day.
    public var end: CalendarDate
    public init(index: Int, label: String, start: CalendarDate, end: CalendarDate) {
      self.index = index
      self.label = label
      self.start = start
      self.end = end
    }
  }

  public var periods: [Period]
  /// Months for which the final book is weighed after the last period (period index = `periods.count`).
  public var tailMonths: Int
  public init(periods: [Period], tailMonths: Int) {
    self.periods = periods
    self.tailMonths = tailMonths
  }
}

public struct Termination: Sendable, Hashable, Codable {
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    case optimal, gapReached, timeLimit, workLimit, interrupted, infeasible
    /// The solver gave up before any limit; plan and bounds stand, as they were checked independently.
    case solverFailed
  }
  public var reason: Reason
  public init(reason: Reason) { self.reason = reason }
}

public struct MultiplierDocument: Sendable, Hashable, Codable {
  /// `hours/ANN/2`, `balance-arr/ANN`, `family-split/A17/ANN`: kind, then ids, then period.
  public var resource: String
  /// In 1/65536 micropoints per quantum.
  public var value: Int64
  public init(resource: String, value: Int64) {
    self.resource = resource
    self.value = value
  }
}

public struct PlanTotals: Sendable, Hashable, Codable {
  public var accounts: Int
  public var csms: Int
  /// Handoffs by choice, forced by departures, assignments of orphans, covers, accounts left without a CSM.
  public var moves: Int
  public var forcedMoves: Int
  public var assigned: Int
  public var covers: Int
  public var unassigned: Int
  /// Of the handoffs by choice.
  public var arrMoved: Int64
  /// Accounts whose effort Ballast estimated.
  public var estimatedEfforts: Int
  /// Accounts that no moment permits to move inside the horizon.
  public var withoutMoment: Int
  /// The objective if nothing moved (orphans unassigned, departing books unassigned), where that is permitted.
  public var objectiveIfNothingMoves: PointsValue?

  public init(
    accounts: Int, csms: Int, moves: Int, forcedMoves: Int, assigned: Int, covers: Int, unassigned: Int,
    arrMoved: Int64, estimatedEfforts: Int, withoutMoment: Int, objectiveIfNothingMoves: PointsValue? = nil
  ) {
    self.accounts = accounts
    self.csms = csms
    self.moves = moves
    self.forcedMoves = forcedMoves
    self.assigned = assigned
    self.covers = covers
    self.unassigned = unassigned
    self.arrMoved = arrMoved
    self.estimatedEfforts = estimatedEfforts
    self.withoutMoment = withoutMoment
    self.objectiveIfNothingMoves = objectiveIfNothingMoves
  }
}

/// The facts about an account that a report shows.
public struct AccountDocument: Sendable, Hashable, Codable {
  public var account: String
  public var name: String?
  public var tier: String
  public var region: String
  public var domains: [String]
  public var arr: Int64?
  public var health: Int?
  public var atRisk: Bool
  /// Steady minutes per month.
  public var effort: Int64
  /// `true`: estimated by Ballast.
  public var estimated: Bool
  public var renewalDate: CalendarDate?

  public init(
    account: String, name: String?, tier: String, region: String, domains: [String], arr: Int64?, health: Int?,
    atRisk: Bool, effort: Int64, estimated: Bool, renewalDate: CalendarDate?
  ) {
    self.account = account
    self.name = name
    self.tier = tier
    self.region = region
    self.domains = domains
    self.arr = arr
    self.health = health
    self.atRisk = atRisk
    self.effort = effort
    self.estimated = estimated
    self.renewalDate = renewalDate
  }
}

/// Who looks after an account: the decision of the plan, one per account, sorted by account.
public struct Assignment: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable { case stay, handoff, assign, cover, unassigned }
  public var account: String
  public var kind: Kind
  /// Responsible at the end of the horizon; `nil` when unassigned.
  public var csm: String?
  /// The incumbent; `nil` for an orphan.
  public var previous: String?
  /// Who covers the leave, for `cover`.
  public var cover: String?
  /// Id of the moment; `departure` when forced; `nil` where none is needed.
  public var moment: String?
  public var period: Int?
  public var start: CalendarDate?
  public var effective: CalendarDate?

  public init(
    account: String, kind: Kind, csm: String?, previous: String?, cover: String? = nil, moment: String? = nil,
    period: Int? = nil, start: CalendarDate? = nil, effective: CalendarDate? = nil
  ) {
    self.account = account
    self.kind = kind
    self.csm = csm
    self.previous = previous
    self.cover = cover
    self.moment = moment
    self.period = period
    self.start = start
    self.effective = effective
  }
}

/// A change of hands as the people involved read it. One per account that is handed off, assigned or covered.
public struct HandoffDocument: Sendable, Hashable, Codable {
  public var account: String
  public var kind: Assignment.Kind
  public var from: String?
  public var to: String
  public var moment: String?
  /// Further moments that permit the same period, by id.
  public var otherMoments: [String]
  public var checklist: [String]
  public var customerMeetsBoth: Bool
  public var period: Int
  public var announce: CalendarDate
  public var start: CalendarDate
  public var introduction: CalendarDate
  public var effective: CalendarDate
  public var overlapEnd: CalendarDate
  /// The rule that gains most from it.
  public var reasonCode: String
  public var reason: String
  public var runnerUp: String?
  public var runnerUpExtra: PointsValue?

  public init(
    account: String, kind: Assignment.Kind, from: String?, to: String, moment: String?, otherMoments: [String],
    checklist: [String], customerMeetsBoth: Bool, period: Int, announce: CalendarDate, start: CalendarDate,
    introduction: CalendarDate, effective: CalendarDate, overlapEnd: CalendarDate, reasonCode: String,
    reason: String, runnerUp: String? = nil, runnerUpExtra: PointsValue? = nil
  ) {
    self.account = account
    self.kind = kind
    self.from = from
    self.to = to
    self.moment = moment
    self.otherMoments = otherMoments
    self.checklist = checklist
    self.customerMeetsBoth = customerMeetsBoth
    self.period = period
    self.announce = announce
    self.start = start
    self.introduction = introduction
    self.effective = effective
    self.overlapEnd = overlapEnd
    self.reasonCode = reasonCode
    self.reason = reason
    self.runnerUp = runnerUp
    self.runnerUpExtra = runnerUpExtra
  }
}

/// The book of a CSM before and after, and the load on the way.
public struct BookDocument: Sendable, Hashable, Codable {
  public struct Side: Sendable, Hashable, Codable {
    public var accounts: Int
    public var strategic: Int
    public var atRisk: Int
    public var arr: Int64
    /// Renewals inside the horizon.
    public var renewals: Int
    /// Minutes per month of the book held (expertise and pool factors included).
    public var minutes: Int64
    public init(accounts: Int, strategic: Int, atRisk: Int, arr: Int64, renewals: Int, minutes: Int64) {
      self.accounts = accounts
      self.strategic = strategic
      self.atRisk = atRisk
      self.arr = arr
      self.renewals = renewals
      self.minutes = minutes
    }
  }

  /// One per period and one for the tail.
  public struct Period: Sendable, Hashable, Codable {
    public var period: Int
    public var capacity: Int64
    /// Load if nothing moved, load under the plan.
    public var inheritedMinutes: Int64
    public var minutes: Int64
    public var targetLow: Int64
    public var targetHigh: Int64
    public var soft: Int64
    /// max(hard limit, inherited load).
    public var hard: Int64
    public var handoffsIn: Int
    public var handoffsOut: Int
    public init(
      period: Int, capacity: Int64, inheritedMinutes: Int64, minutes: Int64, targetLow: Int64, targetHigh: Int64,
      soft: Int64, hard: Int64, handoffsIn: Int, handoffsOut: Int
    ) {
      self.period = period
      self.capacity = capacity
      self.inheritedMinutes = inheritedMinutes
      self.minutes = minutes
      self.targetLow = targetLow
      self.targetHigh = targetHigh
      self.soft = soft
      self.hard = hard
      self.handoffsIn = handoffsIn
      self.handoffsOut = handoffsOut
    }
  }

  public var csm: String
  public var name: String?
  public var kind: String
  public var team: String?
  public var regions: [String]
  public var startDate: CalendarDate?
  public var lastDay: CalendarDate?
  public var before: Side
  public var after: Side
  public var periods: [Period]

  public init(
    csm: String, name: String?, kind: String, team: String?, regions: [String], startDate: CalendarDate?,
    lastDay: CalendarDate?, before: Side, after: Side, periods: [Period]
  ) {
    self.csm = csm
    self.name = name
    self.kind = kind
    self.team = team
    self.regions = regions
    self.startDate = startDate
    self.lastDay = lastDay
    self.before = before
    self.after = after
    self.periods = periods
  }
}

/// Something already wrong on arrival that the plan tolerates and prices, but never enlarges.
public struct InheritedBreachDocument: Sendable, Hashable, Codable {
  public var rule: String
  public var csm: String
  public var account: String?
  public var period: Int?
  /// How far beyond the limit before and after, in the unit named; `nil` for pairings.
  public var before: Int64?
  public var after: Int64?
  /// minutes, accounts, thousands.
  public var unit: String?
  public var message: String
  public init(
    rule: String, csm: String, account: String? = nil, period: Int? = nil, before: Int64? = nil,
    after: Int64? = nil, unit: String? = nil, message: String
  ) {
    self.rule = rule
    self.csm = csm
    self.account = account
    self.period = period
    self.before = before
    self.after = after
    self.unit = unit
    self.message = message
  }
}

/// Demand that nobody on the team can serve.
public struct ShortageDocument: Sendable, Hashable, Codable {
  /// region, tier, domain, language.
  public var kind: String
  public var value: String
  public var accounts: Int
  /// Minutes per month.
  public var minutes: Int64
  public var message: String
  public init(kind: String, value: String, accounts: Int, minutes: Int64, message: String) {
    self.kind = kind
    self.value = value
    self.accounts = accounts
    self.minutes = minutes
    self.message = message
  }
}

public struct BindingLimit: Sendable, Hashable, Codable {
  public var rule: String
  public var resource: String
  public var message: String
  public init(rule: String, resource: String, message: String) {
    self.rule = rule
    self.resource = resource
    self.message = message
  }
}

/// Facts of the run; the only part of a plan that is not reproducible.
public struct RunFacts: Sendable, Hashable, Codable {
  public var version: String
  public var seconds: Double
  public var host: String
  public var createdAt: String
  /// Folder of the workspace, relative to the plan where possible.
  public var workspace: String
  public var seed: UInt64
  public var work: Int64
  public var solver: String
  public init(
    version: String, seconds: Double, host: String, createdAt: String, workspace: String, seed: UInt64,
    work: Int64, solver: String
  ) {
    self.version = version
    self.seconds = seconds
    self.host = host
    self.createdAt = createdAt
    self.workspace = workspace
    self.seed = seed
    self.work = work
    self.solver = solver
  }
}
