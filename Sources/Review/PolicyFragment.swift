package import PlanDocument
package import Portfolio

/// What a review asks of the plan, as a scenario that `ballast plan --scenario` lays over the workspace: locks, prices on
/// staying, accounts that pools may take, moments, thresholds of postures, limits on books.
package struct PolicyFragment {
  private let document: ReviewDocument
  private let policy: Policy
  private let holders: [String: String]

  package init(_ document: ReviewDocument, policy: Policy) {
    self.document = document
    self.policy = policy
    holders = Dictionary(
      document.accounts.compactMap { account in account.csm.map { (account.account, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// YAML. The same review gives the same bytes.
  package var text: String {
    let sections = [changes, list("locks", locks), list("forbidden", released), policySection].filter { !$0.isEmpty }
    let head = """
      # Written by `ballast review --as-policy`; each part says what it follows from.
      name: \(quoted("What the review of \(document.asOf) asks for"))
      why: \(quoted("Written rules, thresholds and limits of the review, as locks, prices, moments and limits."))

      """
    return head + sections.joined()
  }

  private func accounts(_ criterion: CriterionDocument) -> [String] {
    document.findings.filter { $0.kind == .criterion && $0.cause == criterion.id }.compactMap(\.account).sorted()
  }

  private func met(_ outcome: ReviewCriterion.Outcome) -> [(rule: CriterionDocument, accounts: [String])] {
    document.criteria.filter { $0.outcome == outcome }.map { ($0, accounts($0)) }.filter { !$0.accounts.isEmpty }
  }

  /// Accounts that a pool may take, and accounts whose moment is now: the segment changes.
  private var changes: String {
    let pools = met(.pool).map { entry($0.rule, $0.accounts, "pool_ok: \"yes\"") }
    let moments = met(.moment).map { entry($0.rule, $0.accounts, "segment_changed_on: \(document.asOf)") }
    let entries = pools + moments
    return entries.isEmpty ? "" : "accounts:\n  change:\n" + entries.joined()
  }

  private func entry(_ rule: CriterionDocument, _ accounts: [String], _ cell: String) -> String {
    "    # \(comment(rule))\n    - { account: \(listed(accounts)), set: { \(cell) } }\n"
  }

  private var locks: [String] {
    met(.keep).map { rule, accounts in
      let price = policy.review.criteria.first { $0.id == rule.id }?.price.map { ", price: \(decimal($0))" } ?? ""
      let id = quoted("review-\(rule.id)")
      return "{ id: \(id), reason: \(quoted(rule.reason)), when: { accounts: \(listed(accounts)) }\(price) }"
    }
  }

  /// A pair that is there already is not banned but charged each month: `eligibility.forbidden_price`.
  private var released: [String] {
    met(.release).flatMap { rule, accounts in
      accounts.compactMap { account in
        holders[account].map { "{ account: \(quoted(account)), csm: \(quoted($0)), reason: \(quoted(rule.reason)) }" }
      }
    }
  }

  private func list(_ key: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\(key):\n" + items.map { "  - \($0)\n" }.joined()
  }

  // MARK: - Policy

  private var policySection: String {
    let parts = [postures, segmentShares, largestBook].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : "policy:\n" + parts.joined()
  }

  /// The thresholds that were applied, where the policy has none: efforts that are estimated follow them.
  private var postures: String {
    guard policy.effort.postureValue == nil else { return "" }
    let known = document.thresholds.compactMap { threshold -> (String, Int64, Int64)? in
      guard let value = threshold.value, let potential = threshold.potential else { return nil }
      return (threshold.tier, value, potential)
    }
    guard !known.isEmpty else { return "" }
    return
      "  # The upper quarter of all accounts.\n  effort.posture:\n    value: \(table(known.map { ($0.0, $0.1) }))\n"
      + "    potential: \(table(known.map { ($0.0, $0.2) }))\n"
  }

  /// One amount where all tiers have the same one.
  private func table(_ amounts: [(tier: String, amount: Int64)]) -> String {
    if let first = amounts.first, amounts.allSatisfy({ $0.amount == first.amount }) { return String(first.amount) }
    return "{ " + amounts.map { "\(quoted($0.tier)): \($0.amount)" }.joined(separator: ", ") + " }"
  }

  private func overLimit(_ dimensions: [ReviewSegment.Dimension]) -> [ReviewFinding] {
    document.findings.filter { finding in
      finding.kind == .concentration && finding.segment.map { dimensions.contains($0.dimension) } ?? false
    }
  }

  /// A list replaces the one that was there, so that stands here again.
  private var segmentShares: String {
    let found = overLimit([.tier, .region, .domain]).compactMap { finding -> String? in
      guard let segment = finding.segment else { return nil }
      let limit = ConcentrationTable.limit(segment.dimension, policy.review.concentration) ?? 100
      return "{ \(segment.dimension.rawValue): \(quoted(segment.value)), percent: \(limit) }"
    }
    guard !found.isEmpty else { return "" }
    let known = policy.books.segmentShares.map {
      "{ \($0.attribute.rawValue): \(quoted($0.value)), percent: \($0.percent) }"
    }
    let items = known + found.filter { !known.contains($0) }
    return "  # No book is to repeat what is concentrated in the portfolio.\n  books.segment_shares:\n"
      + items.map { "    - \($0)\n" }.joined()
  }

  private var largestBook: String {
    guard !overLimit([.csm]).isEmpty, let percent = policy.review.concentration.csm else { return "" }
    let limit = Int64(Int128(document.totals.all.arr) * Int128(percent) / 100)
    let strictest = min(limit, policy.books.maxARR?.value ?? limit)
    return "  # \(percent) % of all ARR.\n  books.max_arr: \(strictest)\n"
  }

  // MARK: - YAML

  private func comment(_ rule: CriterionDocument) -> String {
    let text = "\(rule.id): \(rule.reason) (\(rule.conditions.joined(separator: ", ")))"
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }

  private func listed(_ names: [String]) -> String { "[\(names.map(quoted).joined(separator: ", "))]" }

  private func decimal(_ points: Points) -> String {
    let (whole, fraction) = points.micropoints.quotientAndRemainder(dividingBy: Points.scale)
    guard fraction > 0 else { return String(whole) }
    let digits = String(fraction)
    return "\(whole)." + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private func quoted(_ text: String) -> String { YAMLText.quoted(text) }
}
