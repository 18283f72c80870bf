/// The rules that decide which options exist.
final class EligibilityRules: Sendable {
  let departure: DepartureRule
  let presence: PresenceRule
  let pin: PinRule
  let forbiddenPair: ForbiddenPairRule
  let region: RegionRule
  let tier: TierQualificationRule
  let language: LanguageRule
  let domain: DomainExpertiseRule
  let pool: PoolRule
  let lock: AccountLockRule
  let moment: MomentRule
  let blackout: BlackoutRule
  let agreement: AgreementRule

  init(_ facts: PlanFacts) {
    moment = MomentRule(facts)
    blackout = BlackoutRule(facts)
    departure = DepartureRule(facts, moments: moment)
    presence = PresenceRule(facts)
    pin = PinRule(facts)
    forbiddenPair = ForbiddenPairRule(facts)
    region = RegionRule(facts)
    tier = TierQualificationRule(facts)
    language = LanguageRule(facts)
    domain = DomainExpertiseRule(facts)
    pool = PoolRule(facts)
    lock = AccountLockRule(facts)
    agreement = AgreementRule(facts)
  }

  /// Whether a step is permitted as far as no day matters; true for most pairs only after all rules were asked, so
  /// the rules that ban most come first.
  func permitsPair(_ step: Step) -> Bool {
    permitsProfile(step)
      && !(pool.bans(step) || lock.bans(step) || pin.bans(step) || forbiddenPair.bans(step))
  }

  /// The part of `permitsPair` that is the same for all accounts of a profile (see `CandidateTable`).
  func permitsProfile(_ step: Step) -> Bool {
    !(region.bans(step) || tier.bans(step) || language.bans(step) || departure.bans(step) || domain.bans(step))
  }

  /// The first rule, in the order of the formulation, that bans a step to a receiver, with its rank in that order.
  ///
  /// - Parameter presenceBan: what the days of the receiver have to say, which the caller knows.
  func firstBan(_ step: Step, presenceBan: Ban?) -> (rank: Int, ban: Ban)? {
    if let ban = departure.ban(step) { return (0, ban) }
    if let presenceBan { return (1, presenceBan) }
    if let ban = pin.ban(step) { return (2, ban) }
    if let ban = forbiddenPair.ban(step) { return (3, ban) }
    if let ban = region.ban(step) { return (4, ban) }
    if let ban = tier.ban(step) { return (5, ban) }
    if let ban = language.ban(step) { return (6, ban) }
    if let ban = domain.ban(step) { return (7, ban) }
    if let ban = pool.ban(step) { return (8, ban) }
    if let ban = lock.ban(step) { return (9, ban) }
    return nil
  }
}
