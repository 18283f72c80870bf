import PlanDocument
import Portfolio

/// What a plan cannot settle: accounts nobody can take, what was wrong on arrival, shortages, binding limits.
struct HTMLAttention {
  let context: ReportContext
  let limit: Int

  private var document: PlanDocument { context.document }

  var markup: HTML {
    let parts = [unassigned, agreed, shortages, closed, breaches, limits, data]
    let content = parts.joined(separator: "")
    let nothing: HTML = content.isEmpty ? "<p>Nothing.</p>\n" : ""
    return HTMLPage.section(
      "attention", "What needs attention", lead: "What no choice of handoffs could settle.", nothing + content
    )
  }

  private var unassigned: HTML {
    list(
      "Accounts without a CSM",
      context.unassigned.map { assignment in
        let why = context.whyUnassigned(assignment.account)
        let previous = assignment.previous.map { " (was with \(context.csmName($0)))" } ?? ""
        let text: HTML = why.map { ": \($0)" } ?? ""
        return "<b>\(HTML.name(context.accountName(assignment.account)))</b>\(previous)\(text)"
      })
  }

  private var agreed: HTML {
    list(
      "Agreed on beforehand, and what it costs",
      AgreementText(context: context).sentences.map { "<b>\(HTML.name($0.account))</b>: \($0.text)" })
  }

  private var shortages: HTML {
    list(
      "Shortages: demand nobody on the team can serve",
      document.shortages.map { shortage in
        let amount =
          "\(NumberText.plural(shortage.accounts, "account", "accounts")), "
          + "\(NumberText.hours(minutes: shortage.minutes)) h a month"
        return "<b>\(shortage.kind) \(HTML.name(shortage.value))</b>: \(amount). \(shortage.message)"
      })
  }

  private var breaches: HTML {
    guard !document.inheritedBreaches.isEmpty else { return "" }
    let rows = document.inheritedBreaches.prefix(limit).map { breach -> HTML in
      let period = breach.period.map { context.label(period: $0) } ?? ""
      return """
        <tr><th scope="row">\(HTML.name(context.csmName(breach.csm)))</th><td>\(RuleWords.title(breach.rule))</td>\
        <td>\(period)</td><td class="n">\(HTMLAttention.amount(breach.before, breach.unit))</td>\
        <td class="n">\(HTMLAttention.amount(breach.after, breach.unit))</td><td>\(breach.message)</td></tr>

        """
    }
    let head: HTML = """
      <tr><th scope="col">CSM</th><th scope="col">Rule</th><th scope="col">Month</th>\
      <th scope="col" class="n">Beyond before</th><th scope="col" class="n">Beyond after</th>\
      <th scope="col">What</th></tr>
      """
    return "<h3>Wrong on arrival: tolerated, priced, never enlarged</h3>\n"
      + HTMLPage.table("Inherited breaches", head: head, rows: rows.joined(separator: ""))
      + remainder(document.inheritedBreaches.count)
  }

  private var limits: HTML {
    list(
      "Binding limits: what stands between this plan and a better one",
      document.bindingLimits.map { "<b>\(RuleWords.title($0.rule))</b>: \($0.message)" })
  }

  private var data: HTML {
    var items: [HTML] = []
    let totals = document.totals
    if totals.estimatedEfforts > 0 {
      let accounts = NumberText.plural(totals.estimatedEfforts, "account", "accounts")
      items.append("The effort of \(accounts) is estimated by Ballast, marked ≈.")
    }
    if totals.withoutMoment > 0, document.closedAccounts == nil {
      let accounts = NumberText.plural(totals.withoutMoment, "account has", "accounts have")
      items.append("\(accounts) no permitted moment inside the horizon and therefore stay put.")
    }
    return list("Data", items)
  }

  /// Accounts without a permitted moment, by what stands in the way.
  private var closed: HTML {
    let summary = ClosedSummary(context)
    guard let sentence = summary.sentence else { return "" }
    let rows = summary.rows.prefix(limit).map { row -> HTML in
      """
      <tr><th scope="row">\(row.title)</th><td class="n">\(row.accounts)</td><td class="n">\(row.opened)</td>\
      <td>\(row.remedy)</td><td class="quiet">\(row.examples.map { HTML.name($0) }.joined(separator: ", "))</td></tr>

      """
    }
    let head: HTML = """
      <tr><th scope="col">In the way</th><th scope="col" class="n">Accounts</th>\
      <th scope="col" class="n">Open without it</th><th scope="col">What would open it</th>\
      <th scope="col">Such as</th></tr>
      """
    return "<h3>Accounts without a permitted moment</h3>\n<p>\(sentence)</p>\n"
      + HTMLPage.table("Accounts without a permitted moment", head: head, rows: rows.joined(separator: ""))
  }

  private func list(_ title: String, _ items: [HTML]) -> HTML {
    guard !items.isEmpty else { return "" }
    let lines = items.prefix(limit).map { item -> HTML in "<li>\(item)</li>\n" }
    return "<h3>\(title)</h3>\n<ul class=\"plain\">\n\(lines)</ul>\n" + remainder(items.count)
  }

  private func remainder(_ count: Int) -> HTML {
    count > limit ? "<p class=\"quiet\">\(count - limit) more are in plan.json.</p>\n" : ""
  }

  static func amount(_ value: Int64?, _ unit: String?) -> String {
    guard let value else { return "" }
    switch unit {
    case "minutes": return "\(NumberText.hours(minutes: value)) h"
    case "thousands": return "\(NumberText.grouped(value)) k"
    case let unit?: return "\(NumberText.grouped(value)) \(unit)"
    case nil: return NumberText.grouped(value)
    }
  }
}
