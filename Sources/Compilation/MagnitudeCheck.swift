import Portfolio

/// Refuses numbers with which the arithmetic of the formulation would leave 64 bits, by the name of their owner.
struct MagnitudeCheck {
  /// Minutes per month of an account or a CSM.
  static let largestMinutes: Int64 = 10_000_000
  /// Of one account, in units of currency: a hundred times its thousands is still a consumption.
  static let largestARR: Int64 = 20_000_000_000
  /// Of a book or a budget.
  static let largestMoney: Int64 = 1_000_000_000_000_000
  static let largestPercent: Int64 = 10_000

  private var problems: [InvalidCompilation.Problem] = []

  static func problems(in portfolio: Portfolio) -> [InvalidCompilation.Problem] {
    var check = MagnitudeCheck()
    for account in portfolio.accounts {
      let subject = "Account \(account.id)"
      check.expect(account.effort?.value, "an effort", "minutes", in: 0...largestMinutes, of: subject)
      check.expect(account.arr?.value, "an ARR", "of currency", in: 0...largestARR, of: subject)
      check.expect(
        account.csmChanges12Months.map { Int64($0) }, "a count", "changes of CSM", in: 0...1000, of: subject)
    }
    for csm in portfolio.csms { check.inspect(csm) }
    check.inspect(portfolio.policy)
    for tier in Set(portfolio.accounts.map(\.tier)).sorted() { check.inspect(portfolio.policy, tier: tier) }
    return check.problems
  }

  private mutating func inspect(_ csm: CSM) {
    let subject = "CSM \(csm.id)"
    expect(csm.capacity?.value, "a capacity", "minutes", in: 0...MagnitudeCheck.largestMinutes, of: subject)
    expect(csm.maxARR?.value, "a limit", "of ARR", in: 0...MagnitudeCheck.largestMoney, of: subject)
    expect(csm.ftePercent, "an FTE", "percent", in: 0...MagnitudeCheck.largestPercent, of: subject)
    for step in csm.ramp ?? [] {
      expect(step, "a ramp step", "percent", in: 0...MagnitudeCheck.largestPercent, of: subject)
    }
  }

  mutating func expect(
    _ value: Int64?, _ what: String, _ unit: String, in range: ClosedRange<Int64>, of subject: String
  ) {
    guard let value, !range.contains(value) else { return }
    problems.append(
      .init(
        subject: subject,
        message: "has \(what) of \(value) \(unit), outside \(range.lowerBound) to \(range.upperBound)"))
  }
}
