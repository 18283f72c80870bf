import PlanDocument
import Portfolio

/// The books of all active CSMs before and after, and their loads on the way.
extension PlanAuditor {
  func checkBooks(
    _ choices: [PlannedOption], _ plan: RederivedEvaluation, _ document: PlanDocument,
    _ report: inout AuditReport
  ) {
    let active = rules.csms.indices.filter { rules.isActive[$0] }
    let ids = active.map { rules.csms[$0].id }
    report.require(
      "books", expected: ids, found: document.books.map(\.csm),
      "The books are not those of the active CSMs by id.")
    guard ids == document.books.map(\.csm) else { return }
    let before = books(rules.incumbents)
    var final = rules.incumbents
    for (group, option) in zip(rules.groups, choices) {
      for account in group.members { final[account] = rules.finalCSM(of: account, under: option) }
    }
    let after = books(final)
    for (csm, book) in zip(active, document.books) {
      report.require(
        "book of \(book.csm)", expected: rules.csms[csm].kind.rawValue, found: book.kind,
        "The book of \(book.csm) names another kind of CSM.")
      checkPerson(book, rules.csms[csm], &report)
      compare(book.before, with: side(before[csm] ?? [], csm), "book of \(book.csm) before", &report)
      compare(book.after, with: side(after[csm] ?? [], csm), "book of \(book.csm) after", &report)
      comparePeriods(of: book, csm, plan, &report)
    }
  }

  private func books(_ csmOfAccount: [Int?]) -> [Int: [Int]] {
    var books: [Int: [Int]] = [:]
    for (account, csm) in csmOfAccount.enumerated() {
      if let csm { books[csm, default: []].append(account) }
    }
    return books
  }

  private func side(_ book: [Int], _ csm: Int) -> BookDocument.Side {
    let tail = rules.calendar.periodCount
    return BookDocument.Side(
      accounts: book.count,
      strategic: book.filter { rules.policy.isStrategic(tier: rules.accounts[$0].tier) }.count,
      atRisk: book.filter(rules.isAtRisk).count,
      arr: book.map { rules.accounts[$0].arr?.value ?? 0 }.reduce(0, +),
      renewals: book.filter(renewsInsideHorizon).count,
      minutes: book.map { rules.loads(account: $0, csm: csm)[tail] }.reduce(0, +))
  }

  private func renewsInsideHorizon(_ account: Int) -> Bool {
    guard let renewal = rules.accounts[account].renewalDate else { return false }
    return rules.calendar.firstDay <= renewal && renewal < rules.calendar.end
  }

  private func compare(
    _ found: BookDocument.Side, with expected: BookDocument.Side, _ subject: String,
    _ report: inout AuditReport
  ) {
    func require<Value: Equatable & CustomStringConvertible>(
      _ what: String, _ expected: Value, _ found: Value
    ) {
      report.require(subject, expected: expected, found: found, "The \(subject) has a wrong \(what).")
    }
    require("number of accounts", expected.accounts, found.accounts)
    require("number of strategic accounts", expected.strategic, found.strategic)
    require("number of accounts at risk", expected.atRisk, found.atRisk)
    require("ARR", expected.arr, found.arr)
    require("number of renewals", expected.renewals, found.renewals)
    require("load in minutes", expected.minutes, found.minutes)
  }

  private func comparePeriods(
    of book: BookDocument, _ csm: Int, _ plan: RederivedEvaluation, _ report: inout AuditReport
  ) {
    report.require(
      "book of \(book.csm)", expected: rules.calendar.periodCount + 1, found: book.periods.count,
      "The book of \(book.csm) has another number of periods.")
    for (index, found) in book.periods.prefix(rules.calendar.periodCount + 1).enumerated() {
      let subject = "book of \(book.csm) in period \(index)"
      func require(_ what: String, _ expected: Int64, _ found: Int64) {
        report.require(
          subject, rule: RuleID.capacity.rawValue, expected: expected, found: found,
          "The \(subject) has a wrong \(what).")
      }
      let expected = period(index, csm, plan)
      require("index", Int64(expected.period), Int64(found.period))
      require("capacity", expected.capacity, found.capacity)
      require("inherited load", expected.inheritedMinutes, found.inheritedMinutes)
      require("load", expected.minutes, found.minutes)
      require("lower target", expected.targetLow, found.targetLow)
      require("upper target", expected.targetHigh, found.targetHigh)
      require("soft limit", expected.soft, found.soft)
      require("hard limit", expected.hard, found.hard)
      require("number of handoffs received", Int64(expected.handoffsIn), Int64(found.handoffsIn))
      // A departing CSM has no slots, so that a count of none is true as well.
      let none = rules.isDeparting[csm] && found.handoffsOut == 0
      require(
        "number of handoffs given", Int64(none ? 0 : expected.handoffsOut), Int64(found.handoffsOut))
    }
  }

  private func period(_ index: Int, _ csm: Int, _ plan: RederivedEvaluation) -> BookDocument.Period {
    let capacity = rules.capacities[csm][index]
    let limits = rules.policy.capacity
    let key = Int32(csm)
    let hours = ResourceKey.hours(csm: key, period: Int16(index))
    let inherited = resources.inherited[hours] ?? 0
    return BookDocument.Period(
      period: index, capacity: capacity, inheritedMinutes: inherited, minutes: plan.loads[hours] ?? 0,
      targetLow: capacity * limits.targetLow / 100, targetHigh: capacity * limits.targetHigh / 100,
      soft: capacity * limits.soft / 100, hard: max(capacity * limits.hard / 100, inherited),
      handoffsIn: Int(plan.loads[.slotsIn(csm: key, period: Int16(index))] ?? 0),
      handoffsOut: Int(plan.loads[.slotsOut(csm: key, period: Int16(index))] ?? 0))
  }
}
