package import Portfolio

/// Every number and name that appears in a rationale is put into words here.
package struct Wording: Sendable {
  package let portfolio: Portfolio
  package let periodLabels: [String]

  package init(portfolio: Portfolio, periodLabels: [String]) {
    self.portfolio = portfolio
    self.periodLabels = periodLabels
  }

  /// `12.4 h`; one point is one minute.
  package func hours(points micropoints: Int64) -> String {
    Wording.tenths(micropoints.magnitude, per: 60_000_000, negative: micropoints < 0) + " h"
  }

  package func hours(minutes: Int64) -> String {
    Wording.tenths(minutes.magnitude, per: 60, negative: minutes < 0) + " h"
  }

  package func percent(_ part: Int64, of whole: Int64) -> String {
    guard whole > 0 else { return part > 0 ? "no capacity" : "0 %" }
    return "\((200 * part + whole) / (2 * whole)) %"
  }

  /// `EUR 812k`, rounded half up.
  func money(_ value: Int64) -> String { "\(portfolio.policy.currency) \((value + 500) / 1000)k" }

  /// The first of many, and how many more there are.
  func listed(_ names: [String]) -> String {
    let rest = names.count - 5
    return rest > 1 ? names.prefix(5).joined(separator: ", ") + " and \(rest) more" : names.joined(separator: ", ")
  }

  package func csm(_ index: Int32) -> String { portfolio.csms[Int(index)].displayName }
  package func account(_ index: Int32) -> String { portfolio.accounts[Int(index)].displayName }

  /// `Jan 2027`, or `after the horizon` for the tail.
  package func period(_ index: Int16) -> String {
    periodLabels.indices.contains(Int(index)) ? periodLabels[Int(index)] : "after the horizon"
  }

  package func moment(_ index: Int16) -> String? {
    if index == PlannedOption.forcedMoment { return "departure" }
    return portfolio.policy.handoffs.moments.indices.contains(Int(index))
      ? portfolio.policy.handoffs.moments[Int(index)].id : nil
  }

  /// What a resource measures, as the subject of a sentence.
  package func resource(_ key: ResourceKey) -> String {
    switch key {
    case .hours(let csm, let period): "\(self.csm(csm))'s hours \(inPeriod(period))"
    case .balanceHours(let csm): "\(self.csm(csm))'s share of the team's hours"
    case .balanceARR(let csm): "\(self.csm(csm))'s share of the ARR"
    case .bookAccounts(let csm): "number of accounts of \(self.csm(csm))"
    case .bookStrategic(let csm): "strategic accounts of \(self.csm(csm))"
    case .bookAtRisk(let csm): "at-risk accounts of \(self.csm(csm))"
    case .bookARR(let csm): "ARR of \(self.csm(csm))"
    case .bookSegment(let csm, let limit): "\(segment(limit)) in the book of \(self.csm(csm))"
    case .slotsIn(let csm, let period): "handoffs to \(self.csm(csm)) \(inPeriod(period))"
    case .slotsOut(let csm, let period): "handoffs from \(self.csm(csm)) \(inPeriod(period))"
    case .moveCount: "the budget of handoffs"
    case .moveARR: "the budget of ARR that changes hands"
    case .slotsTeam(let team, let period): "handoffs of \(portfolio.teams[Int(team)]) \(inPeriod(period))"
    case .transitionARR(let period): "the ARR in transition \(inPeriod(period))"
    case .familySplit(let account, let csm): "\(self.account(account)) apart from its family, with \(self.csm(csm))"
    }
  }

  /// A load in the unit of its resource.
  package func load(_ amount: Int64, of key: ResourceKey) -> String {
    switch key {
    case .hours, .balanceHours: hours(minutes: amount)
    case .balanceARR, .bookARR, .moveARR, .transitionARR: "\(amount)k \(portfolio.policy.currency)"
    default: String(amount)
    }
  }

  private func inPeriod(_ index: Int16) -> String {
    periodLabels.indices.contains(Int(index)) ? "in \(periodLabels[Int(index)])" : "after the horizon"
  }

  private func segment(_ limit: Int16) -> String {
    let share = portfolio.policy.books.segmentShares[Int(limit)]
    return "share of \(share.attribute.rawValue) \(share.value)"
  }

  private static func tenths(_ value: UInt64, per unit: UInt64, negative: Bool) -> String {
    let tenths = (value * 10 + unit / 2) / unit
    return (negative && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
  }
}
