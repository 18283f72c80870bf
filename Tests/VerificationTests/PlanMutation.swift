import PlanDocument
import Portfolio

/// One way to spoil a plan that is good.
struct PlanMutation: Sendable, CustomStringConvertible {
  let name: String
  let spoil: @Sendable (inout PlanDocument) -> Void

  init(_ name: String, _ spoil: @escaping @Sendable (inout PlanDocument) -> Void) {
    self.name = name
    self.spoil = spoil
  }

  var description: String { name }

  /// Spoils the first assignment of a kind.
  static func first(
    _ kind: Assignment.Kind, _ name: String, _ spoil: @escaping @Sendable (inout Assignment) -> Void
  ) -> PlanMutation {
    PlanMutation("\(kind.rawValue): \(name)") { document in
      if let index = document.assignments.firstIndex(where: { $0.kind == kind }) {
        spoil(&document.assignments[index])
      }
    }
  }

  static var all: [PlanMutation] { assignments + objective + bounds + handoffs + books + totals + facts }

  static var assignments: [PlanMutation] {
    [
      PlanMutation("assignment removed") { $0.assignments.remove(at: 3) },
      PlanMutation("assignment duplicated") { $0.assignments.insert($0.assignments[3], at: 3) },
      PlanMutation("unknown account") { $0.assignments[3].account = "A04x" },
      PlanMutation("assignments unsorted") { $0.assignments.swapAt(3, 4) },
      PlanMutation("departed CSM") { $0.assignments[4].csm = "FAY" },
      first(.handoff, "unknown CSM") { $0.csm = "NOBODY" },
      first(.handoff, "no CSM") { $0.csm = nil },
      first(.handoff, "inactive CSM") { $0.csm = "FAY" },
      first(.handoff, "departing CSM") { $0.csm = "DAN" },
      first(.handoff, "pool that is not allowed") { $0.csm = "EVE" },
      first(.handoff, "to the incumbent") { $0.csm = $0.previous },
      first(.handoff, "wrong previous") { $0.previous = "EVE" },
      first(.handoff, "no previous") { $0.previous = nil },
      first(.handoff, "start a day later") { $0.start = $0.start?.adding(days: 1) },
      first(.handoff, "start a day earlier") { $0.start = $0.start?.adding(days: -1) },
      first(.handoff, "start in another period") { $0.start = $0.start?.adding(days: 31) },
      first(.handoff, "start before the horizon") { $0.start = $0.start?.adding(days: -400) },
      first(.handoff, "start missing") { $0.start = nil },
      first(.handoff, "effective a day later") { $0.effective = $0.effective?.adding(days: 1) },
      first(.handoff, "effective missing") { $0.effective = nil },
      first(.handoff, "another moment") { $0.moment = $0.moment == "qbr" ? "agreed" : "qbr" },
      first(.handoff, "no moment") { $0.moment = nil },
      first(.handoff, "another period") { $0.period = ($0.period ?? 0) + 1 },
      first(.handoff, "a cover beside") { $0.cover = "EVE" },
      first(.handoff, "called assign") { $0.kind = .assign },
      first(.handoff, "called cover") { $0.kind = .cover },
      first(.handoff, "called stay") { $0.kind = .stay },
      first(.handoff, "called unassigned") { $0.kind = .unassigned },
      first(.stay, "another CSM") { $0.csm = $0.csm == "BOB" ? "ANN" : "BOB" },
      first(.stay, "no CSM") { $0.csm = nil },
      first(.stay, "a start") { $0.start = CalendarDate(dayNumber: 20_000) },
      first(.stay, "a moment") { $0.moment = "agreed" },
      first(.stay, "called unassigned") { $0.kind = .unassigned },
      first(.assign, "another CSM") { $0.csm = $0.csm == "BOB" ? "CAT" : "BOB" },
      first(.assign, "a previous") { $0.previous = "CAT" },
      first(.assign, "effective a day later") { $0.effective = $0.effective?.adding(days: 1) },
      first(.assign, "called handoff") { $0.kind = .handoff },
      first(.assign, "called stay") { $0.kind = .stay },
    ]
  }

  static var objective: [PlanMutation] {
    [
      PlanMutation("objective one up") {
        $0.objective = PointsValue(micropoints: $0.objective.micropoints + 1)
      },
      PlanMutation("objective one down") {
        $0.objective = PointsValue(micropoints: $0.objective.micropoints - 1)
      },
      PlanMutation("rules shifted") { document in
        let rules = document.objectiveByRule.keys.sorted()
        for (rule, shift) in [(rules[0], 1), (rules[1], -1)] as [(String, Int64)] {
          document.objectiveByRule[rule] = document.objectiveByRule[rule].map {
            PointsValue(micropoints: $0.micropoints + shift)
          }
        }
      },
      PlanMutation("rule dropped") { $0.objectiveByRule["capacity"] = nil },
      PlanMutation("rule added") { $0.objectiveByRule["weather"] = PointsValue(micropoints: 0) },
    ]
  }

  static var bounds: [PlanMutation] {
    [
      PlanMutation("bound above the objective") { document in
        let objective = document.objective.micropoints
        document.bound = PointsValue(micropoints: objective + 1)
        document.gap = -1 / Double(objective)
        document.absoluteGap = PointsValue(micropoints: -1)
      },
      PlanMutation("certified above the objective") { document in
        let objective = document.objective.micropoints
        document.certifiedBound = PointsValue(micropoints: objective + 1)
        document.certifiedGap = -1 / Double(objective)
        document.certifiedAbsoluteGap = PointsValue(micropoints: -1)
      },
      PlanMutation("certified above claimed") { document in
        let objective = document.objective.micropoints
        document.certifiedBound = PointsValue(micropoints: objective - 4_999_999)
        document.certifiedGap = 4_999_999 / Double(objective)
        document.certifiedAbsoluteGap = PointsValue(micropoints: 4_999_999)
      },
      PlanMutation("wrong gap") { $0.gap = ($0.gap ?? 0) * 1.000001 },
      PlanMutation("gap not a number") { $0.gap = .nan },
      PlanMutation("wrong certified gap") { $0.certifiedGap = $0.gap },
      PlanMutation("wrong absolute gap") { $0.absoluteGap = PointsValue(micropoints: 5_000_001) },
      PlanMutation("wrong certified absolute gap") { $0.certifiedAbsoluteGap = PointsValue(micropoints: 1) },
      PlanMutation("gap without a bound") { ($0.bound, $0.certifiedBound) = (nil, nil) },
      PlanMutation("bound one up, gaps kept") { document in
        document.bound = document.bound.map { PointsValue(micropoints: $0.micropoints + 1) }
      },
      PlanMutation("bound without a gap") { ($0.gap, $0.absoluteGap) = (nil, nil) },
    ]
  }

  static var handoffs: [PlanMutation] {
    func entry(_ name: String, _ spoil: @escaping @Sendable (inout HandoffDocument) -> Void) -> PlanMutation {
      PlanMutation("handoff entry: \(name)") { spoil(&$0.handoffs[0]) }
    }
    return [
      PlanMutation("handoff entry missing") { $0.handoffs.removeFirst() },
      PlanMutation("handoff entry twice") { $0.handoffs.append($0.handoffs[0]) },
      PlanMutation("handoff entry of an account that stays") { document in
        var entry = document.handoffs[0]
        entry.account = document.assignments.first { $0.kind == .stay }?.account ?? "X"
        document.handoffs.append(entry)
      },
      entry("kind") { $0.kind = $0.kind == .cover ? .handoff : .cover },
      entry("giver") { $0.from = "EVE" },
      entry("receiver") { $0.to = "DAN" },
      entry("moment") { $0.moment = "renewal" },
      entry("period") { $0.period += 1 },
      entry("start") { $0.start = $0.start.adding(days: 1) },
      entry("effective day") { $0.effective = $0.effective.adding(days: 1) },
    ]
  }

  static var books: [PlanMutation] {
    func side(_ name: String, _ spoil: @escaping @Sendable (inout BookDocument.Side) -> Void)
      -> [PlanMutation]
    {
      [
        PlanMutation("book before: \(name)") { spoil(&$0.books[1].before) },
        PlanMutation("book after: \(name)") { spoil(&$0.books[1].after) },
      ]
    }
    func period(_ name: String, _ spoil: @escaping @Sendable (inout BookDocument.Period) -> Void)
      -> [PlanMutation]
    {
      [
        PlanMutation("book period: \(name)") { spoil(&$0.books[1].periods[1]) },
        PlanMutation("book tail: \(name)") { spoil(&$0.books[2].periods[$0.books[2].periods.count - 1]) },
      ]
    }
    return side("accounts") { $0.accounts += 1 } + side("strategic") { $0.strategic += 1 }
      + side("at risk") { $0.atRisk -= 1 } + side("ARR") { $0.arr += 1 }
      + side("renewals") { $0.renewals += 1 }
      + side("minutes up") { $0.minutes += 1 } + side("minutes down") { $0.minutes -= 1 }
      + period("index") { $0.period += 1 } + period("capacity") { $0.capacity += 1 }
      + period("inherited") { $0.inheritedMinutes += 1 } + period("minutes up") { $0.minutes += 1 }
      + period("minutes down") { $0.minutes -= 1 } + period("low") { $0.targetLow += 1 }
      + period("high") { $0.targetHigh -= 1 } + period("soft") { $0.soft += 1 }
      + period("hard") { $0.hard += 1 }
      + period("in") { $0.handoffsIn += 1 } + period("out") { $0.handoffsOut += 1 } + [
        PlanMutation("book removed") { $0.books.removeLast() },
        PlanMutation("books swapped") { $0.books.swapAt(0, 1) },
        PlanMutation("book of another kind") { $0.books[0].kind = "pool" },
        PlanMutation("tail removed") { $0.books[0].periods.removeLast() },
      ]
  }

  static var totals: [PlanMutation] {
    [
      PlanMutation("total of accounts") { $0.totals.accounts += 1 },
      PlanMutation("total of CSMs") { $0.totals.csms += 1 },
      PlanMutation("total of moves") { $0.totals.moves += 1 },
      PlanMutation("total of forced moves") { $0.totals.forcedMoves += 1 },
      PlanMutation("total of assigned") { $0.totals.assigned += 1 },
      PlanMutation("total of covers") { $0.totals.covers += 1 },
      PlanMutation("total of unassigned") { $0.totals.unassigned += 1 },
      PlanMutation("total of ARR") { $0.totals.arrMoved += 1 },
      PlanMutation("total of estimates") { $0.totals.estimatedEfforts -= 1 },
      PlanMutation("objective if nothing moves") { document in
        document.totals.objectiveIfNothingMoves = document.totals.objectiveIfNothingMoves.map {
          PointsValue(micropoints: $0.micropoints + 1)
        }
      },
      PlanMutation("no objective if nothing moves") { $0.totals.objectiveIfNothingMoves = nil },
    ]
  }

  static var facts: [PlanMutation] {
    [
      PlanMutation("schema") { $0.schema = "ballast.plan/0" },
      PlanMutation("as-of") { $0.asOf = $0.asOf.adding(days: 1) },
      PlanMutation("tail") { $0.horizon.tailMonths += 1 },
      PlanMutation("period end") { $0.horizon.periods[1].end = $0.horizon.periods[1].end.adding(days: 1) },
      PlanMutation("period dropped") { $0.horizon.periods.removeLast() },
      PlanMutation("account facts dropped") { $0.accounts.removeLast() },
      PlanMutation("effort") { $0.accounts[2].effort += 1 },
      PlanMutation("estimated") { $0.accounts[2].estimated.toggle() },
      PlanMutation("at risk") { $0.accounts[2].atRisk.toggle() },
      PlanMutation("account ARR") { $0.accounts[2].arr = nil },
      PlanMutation("account tier") { $0.accounts[2].tier = "small" },
      PlanMutation("account name") { $0.accounts[2].name = "Another" },
      PlanMutation("account health") { $0.accounts[2].health = 99 },
      PlanMutation("account domains") { $0.accounts[2].domains = [] },
      PlanMutation("account renewal") { $0.accounts[3].renewalDate = nil },
      PlanMutation("account language") { $0.accounts[2].situation?.language = nil },
      PlanMutation("account lifecycle") { $0.accounts[2].situation?.lifecycle = "mature" },
      PlanMutation("account QBR") { $0.accounts[4].situation?.nextQBR = nil },
      PlanMutation("account with its CSM since") { $0.accounts[6].situation?.csmSince = nil },
      PlanMutation("account last touch") { $0.accounts[6].situation?.lastTouch = $0.asOf },
      PlanMutation("account escalation") { $0.accounts[6].situation?.escalationOpen = true },
      PlanMutation("book e-mail") { $0.books[0].email = "someone@example.com" },
      PlanMutation("book manager") { $0.books[0].manager = "BOB" },
      PlanMutation("book team") { $0.books[0].team = "North" },
      PlanMutation("book domains") { $0.books[0].domains = ["retail": "basic"] },
      PlanMutation("book leave") { $0.books[0].leaveEnd = $0.asOf },
      PlanMutation("closed account that is not counted") {
        $0.closedAccounts = [ClosedAccount(account: $0.accounts[0].account, obstacles: [])]
      },
      PlanMutation("closed account that changes hands") {
        $0.closedAccounts = [ClosedAccount(account: $0.handoffs[0].account, obstacles: [])]
        $0.totals.withoutMoment = 1
      },
      PlanMutation("closed account that has a moment") { document in
        let stays = document.assignments.first { $0.kind == .stay }?.account ?? ""
        document.closedAccounts = [ClosedAccount(account: stays, obstacles: [])]
        document.totals.withoutMoment = 1
      },
      PlanMutation("breach enlarged") { $0.inheritedBreaches[0].after = 10 },
    ]
  }
}
