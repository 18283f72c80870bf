import Portfolio

/// Refuses numbers with which the arithmetic of the formulation would leave 64 bits, by the name of their owner.
struct MagnitudeCheck {
  /// Minutes per month of an account or a CSM.
  static let largestMinutes: Int64 = 10_000_000
  /// In thousands of currency, of one account.
  static let largestThousands: Int64 = 20_000_000
  static let largestPercent: Int64 = 10_000

  private var problems: [InvalidCompilation.Problem] = []

  static func problems(in portfolio: Portfolio) -> [InvalidCompilation.Problem] {
    var check = MagnitudeCheck()
    for account in portfolio.accounts {
      let subject = "Account \(account.id)"
      check.expect(account.effort?.value, "an effort", "minutes", in: 0...largestMinutes, of: subject)
      check.expect(
        account.arr?.value, "an ARR", "of currency", in: 0...largestThousands * 1000, of: subject)
    }
    for csm in portfolio.csms { check.inspect(csm) }
    check.inspect(portfolio.policy)
    return check.problems
  }

  private mutating func inspect(_ csm: CSM) {
    let subject = "CSM \(csm.id)"
    expect(csm.capacity?.value, "a capacity", "minutes", in: 0...MagnitudeCheck.largestMinutes, of: subject)
    expect(csm.ftePercent, "an FTE", "percent", in: 0...MagnitudeCheck.largestPercent, of: subject)
    for step in csm.ramp ?? [] {
      expect(step, "a ramp step", "percent", in: 0...MagnitudeCheck.largestPercent, of: subject)
    }
  }

  private mutating func inspect(_ policy: Policy) {
    let percents: [(String, Percent)] = [
      ("capacity.hard", policy.capacity.hard), ("capacity.pool_effort", policy.capacity.poolEffort),
      ("eligibility.weak_percent", policy.eligibility.weakPercent),
      ("eligibility.missing_percent", policy.eligibility.missingPercent),
      ("coverage.uncovered_leave_percent", policy.coverage.uncoveredLeavePercent),
      ("handoffs.budget_share", policy.handoffs.budgetShare ?? 0),
    ]
    for (name, percent) in percents {
      expect(percent, "a value", "percent", in: 0...MagnitudeCheck.largestPercent, of: "Policy \(name)")
    }
    expect(
      policy.capacity.monthly.value, "a value", "minutes", in: 0...MagnitudeCheck.largestMinutes,
      of: "Policy capacity.monthly")
    for (name, price) in MagnitudeCheck.prices(of: policy) {
      expect(
        price.micropoints, "a price", "micropoints", in: 0...Exact.ceiling / 1_000_000, of: "Policy \(name)")
    }
  }

  private static func prices(of policy: Policy) -> [(String, Points)] {
    let capacity = policy.capacity
    let handoffs = policy.handoffs
    return [
      ("capacity.price_under_target", capacity.priceUnderTarget),
      ("capacity.price_over_target", capacity.priceOverTarget),
      ("capacity.price_over_soft", capacity.priceOverSoft),
      ("capacity.price_over_hard", capacity.priceOverHard),
      ("handoffs.forced_price", handoffs.forcedPrice),
      ("handoffs.shortening_price", handoffs.shorteningPrice),
      ("handoffs.blackouts.renewal_price", handoffs.blackouts.renewalPrice),
      ("handoffs.slot_price", handoffs.slotPrice), ("families.split_price", policy.families.splitPrice),
      ("coverage.price_per_minute", policy.coverage.pricePerMinute),
      ("coverage.cover_price", policy.coverage.coverPrice),
    ] + handoffs.moments.map { ("handoffs.moments.\($0.id)", $0.price) }
  }

  private mutating func expect(
    _ value: Int64?, _ what: String, _ unit: String, in range: ClosedRange<Int64>, of subject: String
  ) {
    guard let value, !range.contains(value) else { return }
    problems.append(
      .init(
        subject: subject,
        message: "has \(what) of \(value) \(unit), outside \(range.lowerBound) to \(range.upperBound)"))
  }
}
