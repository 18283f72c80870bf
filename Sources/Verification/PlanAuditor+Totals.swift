import PlanDocument
import Portfolio

/// The totals of a plan.
extension PlanAuditor {
  func checkTotals(_ choices: [PlannedOption], _ document: PlanDocument, _ report: inout AuditReport) {
    let found = document.totals
    func require(_ what: String, _ expected: Int, _ found: Int) {
      report.require("totals", expected: expected, found: found, "The total of \(what) is wrong.")
    }
    var counts: [Assignment.Kind: Int] = [:]
    var (moves, arrMoved): (Int, Int64) = (0, 0)
    for (group, option) in zip(rules.groups, choices) {
      for account in group.members {
        let kind = expectedAssignment(of: account, option).kind
        counts[kind, default: 0] += 1
        guard kind == .handoff, rules.standings[account] == .settled else { continue }
        moves += 1
        arrMoved += rules.accounts[account].arr?.value ?? 0
      }
    }
    require("accounts", rules.accounts.count, found.accounts)
    // Those who have left may count or not.
    let active = rules.isActive.filter { $0 }.count
    require("CSMs", found.csms == active ? active : rules.csms.count, found.csms)
    require("moves", moves, found.moves)
    require("forced moves", (counts[.handoff] ?? 0) - moves, found.forcedMoves)
    require("assigned accounts", counts[.assign] ?? 0, found.assigned)
    require("covers", counts[.cover] ?? 0, found.covers)
    require("unassigned accounts", counts[.unassigned] ?? 0, found.unassigned)
    require("estimated efforts", rules.accounts.filter { $0.effort == nil }.count, found.estimatedEfforts)
    report.require("totals", expected: arrMoved, found: found.arrMoved, "The total of ARR moved is wrong.")
    report.require(
      "totals", expected: objectiveIfNothingMoves,
      found: found.objectiveIfNothingMoves.map { Int128($0.micropoints) },
      "The objective if nothing moved is wrong, in micropoints.")
  }

  /// What has begun goes on, other settled accounts stay, all others are left without a CSM; `nil` where a pin or an
  /// agreement forbids that.
  private var objectiveIfNothingMoves: Int128? {
    let choices = rules.groups.compactMap { group in
      rules.begun(group)
        ?? (rules.standings[group.members[0]] == .settled ? rules.stay(group) : rules.unassigned(group)).option
    }
    guard choices.count == rules.groups.count else { return nil }
    return RederivedEvaluation(choices, rules: rules, resources: resources).objective
  }
}
