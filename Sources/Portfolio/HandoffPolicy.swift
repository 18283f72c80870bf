/// When accounts may change hands, and what a handoff costs.
public struct HandoffPolicy: Sendable, Hashable {
  /// In order of preference where two cost the same.
  public var moments: [Moment] = Moment.defaults
  /// Blackouts beat moments; the handoff of a departing CSM beats blackouts.
  public var blackouts = BlackoutPolicy()
  /// Handoffs per CSM and week: no published figure; 2 in and 2 out is our default.
  public var slotsInPerWeek: Int64 = 2
  public var slotsOutPerWeek: Int64 = 2
  /// Starts per CSM and working day, giving and receiving together, when days are set inside the periods.
  public var startsPerDay: Int64 = 1
  /// Per start beyond that.
  public var dayPrice = Points(60)
  /// Per handoff beyond the slots.
  public var slotPrice = Points(240)
  /// `true`: the slots are hard limits.
  public var slotsAreHard = false
  /// Both people work on the account: 2-4 weeks for strategic, 1-2 for the rest (practitioners).
  public var overlapWeeks = PerTier(1, ["strategic": 3, "enterprise": 2])
  /// Share of the effort that the receiver spends on learning during the overlap; the giver works on in full.
  public var overlapShare = PerTier(Percent(50))
  public var givingEffort = PerTier(Minutes(hours: 2), ["strategic": Minutes(hours: 6), "small": Minutes(30)])
  public var receivingEffort = PerTier(
    Minutes(hours: 3), ["strategic": Minutes(hours: 10), "enterprise": Minutes(hours: 5), "small": Minutes(60)])
  /// Handoffs per team and week, giving and receiving; `nil`: no limit. Priced or hard like the slots of a CSM.
  public var teamSlotsPerWeek: Int64?
  /// Of all accounts that are in transition during a period together; `nil`: no limit.
  public var transitionARR: Money?
  /// Global limits on handoffs by choice, covers included; `nil`: none.
  public var budgetCount: Int64?
  public var budgetARR: Money?
  /// Of the number of accounts, in percent.
  public var budgetShare: Percent?
  /// The handoff of a departing CSM outside every moment.
  public var forcedPrice = Points(120)
  /// Per started week by which the overlap of a departing CSM's handoff is cut.
  public var shorteningPrice = Points(120)
  /// Per move that was announced and is now made otherwise, or not at all.
  public var announcedPrice = Points(240)

  public init() {}
}
