import PlanDocument
import Portfolio

/// Adds up the figures of the whole portfolio.
struct TotalsCounter {
  let view: PortfolioView
  let findings: [ReviewFinding]

  func totals(_ documents: [ReviewedAccount]) -> ReviewTotals {
    var totals = ReviewTotals()
    let atRisk = Set(findings.filter { $0.kind == .risk }.compactMap(\.account))
    let windows = Set(findings.filter { $0.kind == .expansion }.compactMap(\.account))
    for (account, document) in zip(view.accounts, documents) {
      totals.all.add(document)
      countKnown(account, &totals)
      if atRisk.contains(account.account.id) {
        totals.atRisk += 1
        totals.atRiskARR += account.arr ?? 0
        totals.valueAtRisk += account.valueAtRisk ?? 0
      }
      if windows.contains(account.account.id) {
        totals.windows += 1
        totals.windowPotential += account.account.potential?.value ?? 0
      }
      countQualification(account, &totals)
      if view.knowsTouches { countTouches(account, &totals) }
      if let profit = account.profit, profit < 0 {
        totals.costly += 1
        totals.minutesFreed += HeadspaceRule.minutesFreed(account, view)
      }
    }
    return totals
  }

  private func countKnown(_ account: AccountView, _ totals: inout ReviewTotals) {
    if account.arr != nil { totals.withARR += 1 }
    if account.account.potential != nil { totals.withPotential += 1 }
    if account.account.health != nil { totals.withHealth += 1 }
    if account.daysSinceTouch != nil { totals.withTouch += 1 }
    if account.account.usageTrend != nil { totals.withUsage += 1 }
    if account.account.sponsor != nil { totals.withSponsor += 1 }
  }

  private func countQualification(_ account: AccountView, _ totals: inout ReviewTotals) {
    switch ExpansionQuestion.qualification(account, view) {
    case .unwell: totals.unqualified += 1
    case .notKnown: totals.qualificationNotKnown += 1
    case .qualified, .noPotential: break
    }
  }

  private func countTouches(_ account: AccountView, _ totals: inout ReviewTotals) {
    if account.isOverdue {
      totals.overdue += 1
      totals.overdueARR += account.arr ?? 0
    }
    if account.daysSinceTouch == nil {
      totals.neverSeen += 1
      totals.neverSeenARR += account.arr ?? 0
    }
    if account.daysSinceTouch.map({ $0 > view.review.periodDays }) ?? true {
      totals.untouched += 1
      totals.untouchedARR += account.arr ?? 0
    }
  }
}
