/// The policy of a generated portfolio, as `ballast.yaml`.
struct PolicyText {
  let draft: PortfolioDraft
  private var recipe: PortfolioRecipe { draft.recipe }

  var text: String {
    """
    # Generated: \(recipe.accounts) accounts, \(recipe.csms) CSMs, seed \(recipe.seed)\(traits).
    version: 1
    \(horizon)
    tiers:
      - { name: strategic, strategic: true }
      - { name: enterprise, strategic: false }
      - { name: mid-market, strategic: false }
      - { name: small, strategic: false }
    effort:
      includes_events: true
    capacity:
      target_low: 88
      target_high: 94
      soft: 97
      hard: 100
      price_under_target: 0.1
      price_over_target: 0.2
      price_over_soft: 1
      price_over_hard: 2
    eligibility:
      region: ban
      language: ban
      tier: ban
      missing: { default: ban, small: price }
      weak: price
    continuity:
      price: \(perTier([480, 240, 120, 40]))
    coverage:
      unassigned_price: \(perTier([1500, 500, 200, 80]))
      price_per_minute: 2
    \(timing)

    """
  }

  private var traits: String {
    let named = [(recipe.isContended, "contended"), (recipe.isTight, "tight"), (recipe.isClustered, "clustered")]
    return ([recipe.periods.rawValue] + named.filter(\.0).map(\.1)).map { ", \($0)" }.joined()
  }

  /// Prices of whole points in proportion to the effort, so that portfolios of every size weigh alike.
  private func perTier(_ values: [Double]) -> String {
    let points = values.map { max(1, Int(($0 * draft.effortScale).rounded())) }
    return "{ default: \(points[2]), strategic: \(points[0]), enterprise: \(points[1]), small: \(points[3]) }"
  }

  private var horizon: String {
    switch recipe.periods {
    case .steady: "horizon: { start: \(recipe.start), periods: 1, period: month, tail_months: 11 }"
    case .months: "horizon: { start: \(recipe.start), periods: 3, period: month, tail_months: 9 }"
    case .weeks: "horizon: { start: \(recipe.start), periods: 13, period: week, tail_months: 9 }"
    }
  }

  private var timing: String {
    guard recipe.periods == .steady else { return "handoffs:\n\(handoffHours)\n\(budget)" }
    return """
      balance: { hours_price: 0.05, arr_price: 0 }
      families: { mode: together }
      handoffs:
        moments:
          - { id: open-month, event: any, price: 30, overlap_weeks: 0 }
        giving_hours: { default: 0, strategic: 0, small: 0 }
        receiving_hours: { default: 0, strategic: 0, enterprise: 0, small: 0 }
        slots_are_hard: true
        slots_out_per_week: 1000
      \(budget)
      """
  }

  /// In proportion to the effort, too, in quarters of an hour.
  private var handoffHours: String {
    func hours(_ value: Double) -> Double { max(1, (value * 4 * draft.effortScale).rounded()) / 4 }
    return """
        giving_hours: { default: \(hours(1.5)), strategic: \(hours(6)), small: \(hours(0.5)) }
        receiving_hours: \
      { default: \(hours(2.5)), strategic: \(hours(10)), enterprise: \(hours(5)), small: \(hours(0.75)) }
      """
  }

  private var budget: String { "  budget: { share_percent: 15 }" }
}
