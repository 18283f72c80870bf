/// What people have agreed on about one account before a plan is made: it binds the plan, or has a price.
public struct Agreement: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A published handoff that started before the first day: it goes on as it was published.
    case begun
    /// A published move that people have been told of: any other choice costs `HandoffPolicy.announcedPrice`.
    case announced
    /// A published move that nobody has been told of yet: the search begins with it, and nothing else.
    case proposed
    /// Somebody said yes: exactly this move, in the period of its start.
    case accepted
    /// Somebody said no: this CSM neither takes over nor covers.
    case refused
    /// Somebody said later: nothing changes before `until`.
    case deferred
    /// Somebody named the CSM with whom the account ends.
    case directed
  }

  public enum Move: String, Sendable, Hashable, Codable, CaseIterable { case stay, handoff, assign, cover }

  public var account: String
  public var kind: Kind
  /// Of `begun` (a handoff), `announced`, `proposed` and `accepted`.
  public var move: Move?
  /// The receiver, the cover, or for `refused` and `directed` the CSM that is meant; `nil` for `stay`.
  public var csm: String?
  public var moment: String?
  public var start: CalendarDate?
  public var effective: CalendarDate?
  /// The first day of `deferred` on which something may start again.
  public var until: CalendarDate?
  /// Who said so, and why.
  public var by: String?
  public var reason: String?

  public init(
    account: String, kind: Kind, move: Move? = nil, csm: String? = nil, moment: String? = nil,
    start: CalendarDate? = nil, effective: CalendarDate? = nil, until: CalendarDate? = nil, by: String? = nil,
    reason: String? = nil
  ) {
    self.account = account
    self.kind = kind
    self.move = move
    self.csm = csm
    self.moment = moment
    self.start = start
    self.effective = effective
    self.until = until
    self.by = by
    self.reason = reason
  }
}

extension Agreement.Move {
  /// The kind of option it is.
  public var kind: PlannedOption.Kind {
    switch self {
    case .stay: .stay
    case .handoff: .handoff
    case .assign: .assign
    case .cover: .cover
    }
  }
}
