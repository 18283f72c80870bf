/// The columns of `accounts.csv`; the order is that of `definitions`.
enum AccountColumn: Int, InputColumn {
  case id, name, parent, csm, arr, currency, tier, region, timeZone, language, domains, effort, highEffort,
    health, potential
  case lifecycle, relationship, renewal, onboardingEnd, nextQBR, csmSince, csmChanges, lastTouch, usageTrend
  case sponsorChanged, segmentChanged, escalationOpen, escalationClosed, pinned, lockReason, poolOK
  case healthTrend, sponsor, transition, transitionOn, marketSegment, nextGoal, goalDue

  static let section = "accounts"

  static let definitions: [ColumnDefinition] = [
    .init(
      name: "account_id",
      aliases: ["Id", "Account ID (18)", "Account ID", "Gsid", "SfdcAccountId", "Record ID"],
      isRequired: true,
      whenEmpty: "an error"),
    .init(
      name: "account_name", aliases: ["Name", "Account Name", "Company name"], isPersonal: true,
      whenEmpty: "the id is shown"),
    .init(
      name: "parent_id", aliases: ["ParentId", "ParentCompanyId", "Ultimate Parent"], whenEmpty: "no family"),
    .init(
      name: "csm_id",
      aliases: ["CSM", "CSMName", "CSM__c", "Account Owner User ID", "hubspot_owner_id"], isRequired: true,
      whenEmpty: "nobody looks after the account"),
    .init(name: "arr", aliases: ["ARR__c"], substitutes: ["MRR", "MRR__c"], whenEmpty: "not counted"),
    .init(
      name: "currency", aliases: ["CurrencyIsoCode", "Currency Code"], whenEmpty: "the currency of the policy"
    ),
    .init(name: "tier", aliases: ["Segment", "Tier__c"], isRequired: true, whenEmpty: "an error"),
    .init(
      name: "region", aliases: ["Territory"], substitutes: ["BillingCountry", "Billing Country", "Country"],
      isRequired: true, whenEmpty: "an error"),
    .init(name: "time_zone", whenEmpty: "no statement"),
    .init(name: "language", whenEmpty: "no language is required"),
    .init(
      name: "domains", aliases: ["Industry", "Primary Industry", "Required Skills"],
      whenEmpty: "no domain is required"),
    .init(name: "effort_hours", whenEmpty: "estimated from the tier (effort.base_hours)"),
    .init(name: "effort_high_hours", whenEmpty: "effort.high_percent of the effort"),
    .init(
      name: "health", aliases: ["Current Score", "OverallScore", "hs_csm_sentiment"],
      whenEmpty: "not at risk by health"),
    .init(name: "potential", whenEmpty: "no posture is applied"),
    .init(name: "lifecycle", aliases: ["LifecycleStage", "Stage"], whenEmpty: "no statement"),
    .init(name: "relationship", whenEmpty: "no statement"),
    .init(
      name: "renewal_date", aliases: ["RenewalDate", "next_renewal", "contract_expiry"],
      whenEmpty: "no renewal moment and no blackout"),
    .init(name: "onboarding_end", whenEmpty: "not in onboarding"),
    .init(name: "next_qbr", whenEmpty: "no QBR moment"),
    .init(name: "csm_since", aliases: ["owner_change_date"], whenEmpty: "no tenure is counted"),
    .init(name: "csm_changes_12m", whenEmpty: "no change is counted"),
    .init(name: "last_touch", aliases: ["LastActivityDate"], whenEmpty: "not reviewed for silence"),
    .init(name: "usage_trend", aliases: ["Usage Change"], whenEmpty: "not known"),
    .init(name: "sponsor_changed_on", whenEmpty: "no such moment"),
    .init(name: "segment_changed_on", whenEmpty: "no such moment"),
    .init(name: "escalation_open", whenEmpty: "no"),
    .init(name: "escalation_closed_on", whenEmpty: "no such moment"),
    .init(name: "pinned_csm_id", whenEmpty: "not pinned"),
    .init(name: "lock_reason", isPersonal: true, whenEmpty: "not locked by a person"),
    .init(name: "pool_ok", whenEmpty: "no"),
    .init(name: "health_trend", aliases: ["Score Change"], whenEmpty: "not known"),
    .init(name: "sponsor", aliases: ["Sponsor Status", "Champion Status"], whenEmpty: "not known"),
    .init(name: "transition", whenEmpty: "not in transition"),
    .init(name: "transition_on", whenEmpty: "not known"),
    .init(name: "market_segment", aliases: ["Vertical"], whenEmpty: "counted as not known"),
    .init(name: "next_goal", isPersonal: true, whenEmpty: "not known"),
    .init(name: "goal_due", whenEmpty: "not known"),
  ]
}
