import Compilation
import OptionModel
import Portfolio
import Testing

/// A small portfolio written down in a test: 1 March 2026, three months (31, 30, 31 days), a tail of nine months.
///
/// Unless a test says otherwise a handoff may start on any day, free of charge, and an account is mid-market in
/// EMEA with 600 minutes a month.
struct Given {
  var accounts: [Account]
  var csms: [CSM]
  var policy: Policy
  var agreements: [Agreement] = []

  init(_ accounts: [Account], _ csms: [CSM], _ change: (inout Policy) -> Void = { _ in }) {
    self.accounts = accounts
    self.csms = csms
    policy = Policy()
    policy.handoffs.moments = [Moment("any", .any)]
    change(&policy)
  }

  func compile() throws -> Then {
    let asOf = try #require(CalendarDate("2026-03-01"))
    return Then(
      plan: try PlanCompiler(
        Portfolio(asOf: asOf, accounts: accounts, csms: csms, policy: policy, agreements: agreements)
      ).compile())
  }

  func agreeing(_ agreements: Agreement...) -> Given {
    var given = self
    given.agreements = agreements
    return given
  }
}

/// What the compiler made of it.
struct Then {
  let plan: CompiledPlan

  private func csmIndex(_ id: String) -> Int { plan.portfolio.csms.firstIndex { $0.id == id } ?? -1 }

  private func group(_ account: String) -> Int {
    plan.group(ofAccount: plan.portfolio.accounts.firstIndex { $0.id == account } ?? 0)
  }

  /// The option of the account's group; `nil` where it does not exist.
  func option(_ account: String, _ kind: PlannedOption.Kind, _ csm: String? = nil, _ period: Int = -1) -> Int? {
    plan.model.options(ofGroup: group(account)).first { index in
      let option = plan.meaning.options[index]
      return option.kind == kind && Int(option.csm) == csm.map(csmIndex) ?? -1
        && (period < 0 || Int(option.period) == period)
    }
  }

  func planned(_ account: String, _ kind: PlannedOption.Kind, _ csm: String? = nil, _ period: Int = -1)
    -> PlannedOption?
  {
    option(account, kind, csm, period).map { plan.meaning.options[$0] }
  }

  /// The first day of a handoff, and the day from which the receiver is responsible.
  func days(_ account: String, _ csm: String, _ period: Int) -> [String]? {
    planned(account, .handoff, csm, period).map { [$0.start.description, $0.effective.description] }
  }

  /// What a rule charges, in micropoints.
  func charge(
    _ rule: RuleID, _ account: String, _ kind: PlannedOption.Kind, _ csm: String? = nil, _ period: Int = -1
  ) throws -> Int64 {
    let found = try #require(self.option(account, kind, csm, period))
    return plan.provenance(ofOption: found).charges.filter { $0.rule == rule }.reduce(0) {
      $0 + $1.micropoints
    }
  }

  /// What the option consumes of a resource according to the model; the CSM of the key is named by its id.
  func amount(
    _ key: (Int32) -> ResourceKey, of owner: String = "", _ account: String, _ kind: PlannedOption.Kind,
    _ csm: String? = nil, _ period: Int = -1
  ) throws -> Int64 {
    let found = try #require(self.option(account, kind, csm, period))
    guard let resource = plan.resource(key(Int32(csmIndex(owner)))) else { return 0 }
    return plan.model.consumptions(ofOption: found).reduce(0) { $0 + ($1.resource == resource ? $1.amount : 0) }
  }

  /// Minutes of a CSM by period, the tail last.
  func hours(
    of owner: String, _ account: String, _ kind: PlannedOption.Kind, _ csm: String? = nil, _ period: Int = -1
  ) throws -> [Int64] {
    try (0...plan.timeline.periodCount).map { index in
      try amount({ .hours(csm: $0, period: Int16(index)) }, of: owner, account, kind, csm, period)
    }
  }

  /// The resource of a CSM; `nil` where the model has none.
  func resource(_ key: (Int32) -> ResourceKey, of owner: String = "") -> Resource? {
    plan.resource(key(Int32(csmIndex(owner)))).map { plan.model.resources[$0] }
  }

  /// The rule that bans a candidate; `nil` where it is permitted, or none.
  func ban(_ account: String, _ kind: PlannedOption.Kind, _ csm: String? = nil, _ period: Int = -1) -> RuleID? {
    plan.verdicts(forGroup: group(account)).first { verdict in
      verdict.option.kind == kind && Int(verdict.option.csm) == csm.map(csmIndex) ?? -1
        && (period < 0 || Int(verdict.option.period) == period)
    }?.rule
  }
}

extension Account {
  static func given(
    _ id: String, with csm: String? = nil, tier: String = "mid-market",
    _ change: (inout Account) -> Void = { _ in }
  ) -> Account {
    var account = Account(id: id, tier: tier, region: "EMEA", csmID: csm)
    account.effort = Minutes(600)
    change(&account)
    return account
  }
}

extension CSM {
  static func given(_ id: String, _ change: (inout CSM) -> Void = { _ in }) -> CSM {
    var csm = CSM(id: id, regions: ["EMEA"])
    change(&csm)
    return csm
  }
}

extension CalendarDate {
  /// A day of 2026 in a test.
  static func day(_ month: Int, _ day: Int, _ year: Int = 2026) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }
}

extension Int64 {
  /// Points in micropoints.
  static func points(_ points: Int64) -> Int64 { points * 1_000_000 }
}
