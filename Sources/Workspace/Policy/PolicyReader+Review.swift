import Portfolio
import Yams

/// The section about the portfolio review.
extension PolicyReader {
  func readReview(_ section: SectionReader, _ review: inout ReviewPolicy) {
    section.read("period_days", .count(7...730), into: &review.periodDays)
    readServices(section.section("service"), &review)
    section.read("silent_percent", .whole(100...1_000), into: &review.silentPercent)
    section.read("trend_at_least", .whole(1...100), into: &review.trendAtLeast)
    section.read("good_health", .count(0...100), into: &review.goodHealth)
    section.read("critical_health", .count(0...100), into: &review.criticalHealth)
    section.read("renewal_days", .count(0...730), into: &review.renewalDays)
    section.read("transition_days", .count(0...730), into: &review.transitionDays)
    section.read("window_days", .count(0...730), into: &review.windowDays)
    section.read("act_within_days", .count(1...365), into: &review.actWithinDays)
    section.read("middle_low", .whole(0...99), into: &review.middleLow)
    section.read("middle_high", .whole(0...99), into: &review.middleHigh)
    section.read("under_percent", .whole(0...100), into: &review.underPercent)
    section.read("over_percent", .whole(100...1_000), into: &review.overPercent)
    section.read("gap_at_least_hours", .hours, into: &review.gapAtLeast)
    section.read("cost_per_hour", .money, into: &review.costPerHour)
    section.read("lifetime_years", .count(1...30), into: &review.lifetimeYears)
    section.read("growth_percent", .whole(-90...1_000), into: &review.growthPercent)
    readChurn(section.section("churn"), &review.churn)
    readConcentration(section.section("concentration"), &review.concentration)
    if let items = section.items("criteria") { review.criteria = items.compactMap(criterion) }
    section.finish()
    requireAscending(section, [("critical_health", review.criticalHealth), ("good_health", review.goodHealth)])
    requireAscending(section, [("middle_low", review.middleLow), ("middle_high", review.middleHigh)])
  }

  private func readServices(_ section: SectionReader, _ review: inout ReviewPolicy) {
    for posture in Posture.allCases {
      guard var level = review.services[posture] else { continue }
      readService(section.section(posture.rawValue), &level)
      review.services[posture] = level
    }
    readService(section.section("unmapped"), &review.unmapped)
    section.finish()
  }

  private func readService(_ section: SectionReader, _ level: inout ReviewPolicy.ServiceLevel) {
    section.read("cadence_days", .count(1...730), into: &level.cadenceDays)
    if let seniorities = section.list("seniorities", .text) { level.seniorities = seniorities }
    section.read("pool", .flag, into: &level.pool)
    section.finish()
  }

  private func readChurn(_ section: SectionReader, _ churn: inout ReviewPolicy.Churn) {
    let percent = PolicyType<Int64>.whole(0...100)
    section.read("healthy_percent", percent, into: &churn.healthy)
    section.read("fair_percent", percent, into: &churn.fair)
    section.read("low_percent", percent, into: &churn.low)
    section.read("critical_percent", percent, into: &churn.critical)
    section.read("usage_falling_percent", percent, into: &churn.usageFalling)
    section.read("health_falling_percent", percent, into: &churn.healthFalling)
    section.read("sponsor_percent", percent, into: &churn.sponsor)
    section.read("escalation_percent", percent, into: &churn.escalation)
    section.finish()
    requireAscending(
      section,
      [
        ("healthy_percent", churn.healthy), ("fair_percent", churn.fair), ("low_percent", churn.low),
        ("critical_percent", churn.critical),
      ])
  }

  private func readConcentration(_ section: SectionReader, _ limits: inout ReviewPolicy.Concentration) {
    let percent = PolicyType<Int64>.whole(1...100)
    section.read("tier_percent", percent, into: &limits.tier)
    section.read("region_percent", percent, into: &limits.region)
    section.read("domain_percent", percent, into: &limits.domain)
    section.read("market_segment_percent", percent, into: &limits.marketSegment)
    section.read("csm_percent", percent, into: &limits.csm)
    section.read("account_percent", percent, into: &limits.account)
    section.read("small_percent", percent, into: &limits.small)
    section.finish()
  }

  /// `{id, reason, outcome, when: {arr_below: 20000, postures: [serve]}, price}`.
  private func criterion(_ node: Node, _ path: String) -> ReviewCriterion? {
    let section = SectionReader(node, path: path, context: context)
    defer { section.finish() }
    let id = section.required("id", section.value("id", .text))
    let outcome = section.required("outcome", section.value("outcome", PolicyType<ReviewCriterion.Outcome>.choice))
    let reason = section.value("reason", .text)
    let condition = section.section("when")
    guard let id, let outcome else { return nil }
    var rule = ReviewCriterion(id: id, reason: reason ?? id, outcome: outcome, bounds: bounds(condition))
    rule.postures = condition.list("postures", .choice) ?? []
    rule.tiers = condition.names("tiers", .tier) ?? []
    section.read("price", .points, into: &rule.price)
    condition.finish()
    if !condition.isGiven {
      let advice = "Maybe `when: {arr_below: 20000, health_at_least: 75}`."
      context.report(node, condition.path, .init("`\(condition.path)` is missing.", advice: advice))
    }
    return rule
  }

  private func bounds(_ section: SectionReader) -> [ReviewCriterion.Bound] {
    ReviewCriterion.Measure.allCases.flatMap { measure in
      let names = [("\(key(measure))_below", false), ("\(key(measure))_at_least", true)]
      return names.compactMap { key, isAtLeast in
        value(section, key, measure).map { ReviewCriterion.Bound(measure, isAtLeast: isAtLeast, $0) }
      }
    }
  }

  private func key(_ measure: ReviewCriterion.Measure) -> String {
    measure == .effort ? "effort_hours" : measure.rawValue
  }

  private func value(_ section: SectionReader, _ key: String, _ measure: ReviewCriterion.Measure) -> Int64? {
    switch measure {
    case .health: section.value(key, .whole(0...100))
    case .effort: section.value(key, PolicyType<Minutes>.hours)?.value
    case .arr, .potential, .lifetime: section.value(key, PolicyType<Money>.money)?.value
    case .profit: section.value(key, .whole(-MoneyReader.largest...MoneyReader.largest))
    }
  }
}
