import PlanDocument
import Portfolio

/// Every account with what the review worked out about it; an empty cell is not known.
struct ReviewFactsCSV {
  let context: ReviewContext

  private static let header = [
    "account_id", "account_name", "csm_id", "tier", "region", "relationship", "stage", "next_goal", "goal_due",
    "renewal_date", "arr", "potential", "posture", "in_the_middle", "health", "last_touch", "cadence_days", "silence",
    "churn_percent", "churn_is_at_least", "value_at_risk", "lifetime_value", "hours_given", "hours_called_for",
    "service_cost", "profit", "cost_is_estimated",
  ]

  func render() -> [UInt8] {
    var table = CSVTable(header: ReviewFactsCSV.header)
    for account in context.document.accounts { table.append(facts(account) + figures(account)) }
    return table.bytes
  }

  private func facts(_ account: ReviewedAccount) -> [CSVTable.Cell] {
    [
      .text(account.account), .text(account.name), .text(account.csm), .text(account.tier), .text(account.region),
      .text(account.relationship), .text(account.stage), .text(account.nextGoal), .date(account.goalDue),
      .date(account.renewalDate), .number(account.arr), .number(account.potential), .text(account.posture?.rawValue),
      .text(account.isMiddle == true ? "yes" : "no"), .number(account.health.map(Int64.init)),
      .date(account.lastTouch), .number(Int64(account.cadenceDays)), .text(account.silence?.rawValue),
    ]
  }

  private func figures(_ account: ReviewedAccount) -> [CSVTable.Cell] {
    [
      .number(account.churnPercent), .text(account.isChurnAtLeast == true ? "yes" : "no"),
      .number(account.valueAtRisk), .number(account.lifetimeValue), ReviewCSV.hours(account.minutesGiven),
      ReviewCSV.hours(account.minutesCalled), .number(account.serviceCost), .number(account.profit),
      .text(account.isCostEstimated == true ? "yes" : "no"),
    ]
  }
}
