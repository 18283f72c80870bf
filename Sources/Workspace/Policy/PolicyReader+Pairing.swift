import Portfolio
import Yams

/// The sections about who may look after what, and about books.
extension PolicyReader {
  func readEligibility(_ section: SectionReader, _ eligibility: inout EligibilityPolicy) {
    section.read("region", .choice, into: &eligibility.region)
    section.read("adjacent_price", .points, into: &eligibility.adjacentPrice)
    section.read("region_price", .points, into: &eligibility.regionPrice)
    section.perTier("required_level", .choice, into: &eligibility.requiredLevel)
    section.read("weak_percent", .percent, into: &eligibility.weakPercent)
    section.read("missing_percent", .percent, into: &eligibility.missingPercent)
    section.perTier("weak", .choice, into: &eligibility.weak)
    section.perTier("missing", .choice, into: &eligibility.missing)
    section.read("price_per_extra_minute", .points, into: &eligibility.pricePerExtraMinute)
    section.read("tier", .choice, into: &eligibility.tier)
    section.read("tier_price", .points, into: &eligibility.tierPrice)
    section.read("language", .choice, into: &eligibility.language)
    section.read("language_price", .points, into: &eligibility.languagePrice)
    section.read("forbidden_price", .points, into: &eligibility.forbiddenPrice)
    if let pairs = pairings(section, "forbidden") { eligibility.forbidden = pairs }
    if let pairs = pairings(section, "pins") { eligibility.pins = pairs }
    section.finish()
  }

  private func pairings(_ section: SectionReader, _ key: String) -> [Pairing]? {
    section.items(key)?.compactMap { item in
      let pair = SectionReader(item.node, path: item.path, context: context)
      let account = pair.required("account", pair.name("account", .account))
      let csm = pair.required("csm", pair.name("csm", .csm))
      let reason = pair.value("reason", .text)
      pair.finish()
      guard let account, let csm else { return nil }
      return Pairing(accountID: account, csmID: csm, reason: reason)
    }
  }

  func readBooks(_ section: SectionReader, _ books: inout BookPolicy) {
    let count = PolicyType<Int64>.whole(0...1_000_000)
    section.read("max_accounts", count, into: &books.maxAccounts)
    section.read("max_strategic", count, into: &books.maxStrategic)
    section.read("max_at_risk", count, into: &books.maxAtRisk)
    section.read("max_arr", .money, into: &books.maxARR)
    if let items = section.items("segment_shares") { books.segmentShares = items.compactMap(segmentShare) }
    section.finish()
  }

  /// `{region: EMEA, percent: 40}`, likewise with `tier` or `domain`.
  private func segmentShare(_ node: Node, _ path: String) -> BookPolicy.SegmentShare? {
    let share = SectionReader(node, path: path, context: context)
    let names = [
      (BookPolicy.SegmentShare.Attribute.region, share.name("region", .region)),
      (.tier, share.name("tier", .tier)), (.domain, share.name("domain", .domain)),
    ]
    let percent = share.required("percent", share.value("percent", .whole(0...100)))
    share.finish()
    let given = names.filter { $0.1 != nil }
    guard given.count == 1, let (attribute, name) = given.first, let name else {
      context.report(node, path, .init("`\(path)` must name one region, one tier or one domain."))
      return nil
    }
    return percent.map { BookPolicy.SegmentShare(attribute, name, percent: $0) }
  }

  func readBalance(_ section: SectionReader, _ balance: inout BalancePolicy) {
    section.read("hours_price", .points, into: &balance.hoursPrice)
    section.read("arr_price", .points, into: &balance.arrPrice)
    section.finish()
  }

  func readContinuity(_ section: SectionReader, _ continuity: inout ContinuityPolicy) {
    section.perTier("price", .points, into: &continuity.price)
    section.read("percent_per_year", .percent, into: &continuity.percentPerYear)
    section.read("maximum_tenure_years", .count(0...50), into: &continuity.maximumTenureYears)
    section.read("at_risk_percent", .percent, into: &continuity.atRiskPercent)
    section.read("percent_per_change", .percent, into: &continuity.percentPerChange)
    section.finish()
  }

  func readFamilies(_ section: SectionReader, _ families: inout FamilyPolicy) {
    section.read("mode", .choice, into: &families.mode)
    section.read("split_price", .points, into: &families.splitPrice)
    section.finish()
  }

  func readCoverage(_ section: SectionReader, _ coverage: inout CoveragePolicy) {
    section.perTier("unassigned_price", .points, into: &coverage.unassignedPrice)
    section.read("price_per_minute", .points, into: &coverage.pricePerMinute)
    section.read("uncovered_leave_percent", .percent, into: &coverage.uncoveredLeavePercent)
    section.read("leave_days", .count(0...365), into: &coverage.leaveDays)
    section.read("cover_price", .points, into: &coverage.coverPrice)
    section.finish()
  }

  func readExport(_ section: SectionReader, _ export: inout ExportPolicy) {
    section.read("id_field", .text, into: &export.idField)
    section.read("csm_field", .text, into: &export.csmField)
    section.finish()
  }
}
