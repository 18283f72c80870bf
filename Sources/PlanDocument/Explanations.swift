/// Why the plan is what it is; every number read off the model that was solved.
public struct Explanations: Sendable, Hashable, Codable {
  public var moves: [MoveExplanation] = []
  /// Accounts a reader might expect to move and that stay.
  public var stays: [StayExplanation] = []
  public var csms: [CSMExplanation] = []
  public var bundles: [MoveBundle] = []
  /// Sentences about the whole plan.
  public var plan: [String] = []

  public init(
    moves: [MoveExplanation] = [], stays: [StayExplanation] = [], csms: [CSMExplanation] = [],
    bundles: [MoveBundle] = [], plan: [String] = []
  ) {
    self.moves = moves
    self.stays = stays
    self.csms = csms
    self.bundles = bundles
    self.plan = plan
  }
}

public struct MoveExplanation: Sendable, Hashable, Codable {
  public var account: String
  public var kind: Assignment.Kind
  public var from: String?
  public var to: String
  public var summary: String
  /// What undoing this move alone would cost, all else fixed; `nil` when it cannot be undone alone.
  public var gain: PointsValue?
  /// Why it cannot be undone alone.
  public var cannotStay: String?
  /// Rule by rule against staying; where somebody must take the account, against the next best receiver.
  public var terms: [ExplanationTerm]
  public var alternatives: [Alternative]
  /// Index into `Explanations.bundles`.
  public var bundle: Int?

  public init(
    account: String, kind: Assignment.Kind, from: String?, to: String, summary: String, gain: PointsValue?,
    cannotStay: String?, terms: [ExplanationTerm], alternatives: [Alternative], bundle: Int? = nil
  ) {
    self.account = account
    self.kind = kind
    self.from = from
    self.to = to
    self.summary = summary
    self.gain = gain
    self.cannotStay = cannotStay
    self.terms = terms
    self.alternatives = alternatives
    self.bundle = bundle
  }
}

public struct ExplanationTerm: Sendable, Hashable, Codable {
  public var rule: String
  /// What the rule charges less (positive) or more (negative) because of the move.
  public var gain: PointsValue
  public var note: String
  public init(rule: String, gain: PointsValue, note: String) {
    self.rule = rule
    self.gain = gain
    self.note = note
  }
}

/// Another choice for the same account: its extra cost with all else fixed, or what forbids it.
public struct Alternative: Sendable, Hashable, Codable {
  public var csm: String?
  public var period: Int?
  public var moment: String?
  public var extra: PointsValue?
  public var forbiddenBy: String?
  public var note: String
  public init(
    csm: String?, period: Int? = nil, moment: String? = nil, extra: PointsValue? = nil,
    forbiddenBy: String? = nil, note: String
  ) {
    self.csm = csm
    self.period = period
    self.moment = moment
    self.extra = extra
    self.forbiddenBy = forbiddenBy
    self.note = note
  }
}

public struct StayExplanation: Sendable, Hashable, Codable {
  public var account: String
  public var csm: String
  public var summary: String
  public var alternatives: [Alternative]
  public init(account: String, csm: String, summary: String, alternatives: [Alternative]) {
    self.account = account
    self.csm = csm
    self.summary = summary
    self.alternatives = alternatives
  }
}

public struct CSMExplanation: Sendable, Hashable, Codable {
  public var csm: String
  public var summary: String
  public init(csm: String, summary: String) {
    self.csm = csm
    self.summary = summary
  }
}

/// Moves that only make sense together.
public struct MoveBundle: Sendable, Hashable, Codable {
  public var accounts: [String]
  /// What undoing all of them would cost, all else fixed; `nil` when that is impossible.
  public var gain: PointsValue?
  public var summary: String
  public init(accounts: [String], gain: PointsValue?, summary: String) {
    self.accounts = accounts
    self.gain = gain
    self.summary = summary
  }
}
