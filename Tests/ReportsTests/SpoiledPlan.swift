import PlanDocument
import Portfolio

/// The sample with everything changed that some readers must not see: what they get has to stay the same.
enum SpoiledPlan {
  static func document(hiddenFrom seen: Set<String>) -> PlanDocument {
    var document = SamplePlan.document
    let visible = Set(
      document.assignments.filter { [$0.csm, $0.previous, $0.cover].contains { $0.map(seen.contains) ?? false } }
        .map(\.account))
    spoilWhole(&document)
    for index in document.accounts.indices where !visible.contains(document.accounts[index].account) {
      spoil(&document.accounts[index])
    }
    for index in document.books.indices where !seen.contains(document.books[index].csm) {
      spoil(&document.books[index])
    }
    for index in document.handoffs.indices {
      spoil(&document.handoffs[index], isVisible: visible.contains(document.handoffs[index].account))
    }
    document.closedAccounts = document.closedAccounts?.map { closed in
      visible.contains(closed.account)
        ? closed : ClosedAccount(account: closed.account, obstacles: [.init(cause: .range, detail: "Secret")])
    }
    spoilTexts(&document, seen, visible)
    return document
  }

  /// What says something about everybody at once.
  private static func spoilWhole(_ document: inout PlanDocument) {
    document.objective = PointsValue(micropoints: 77)
    document.objectiveByRule = ["secret": PointsValue(micropoints: 77)]
    (document.bound, document.certifiedBound) = (nil, PointsValue(micropoints: 7))
    (document.absoluteGap, document.certifiedAbsoluteGap) = (nil, nil)
    document.multipliers = []
    document.inputs = ["secret.csv": "00"]
    document.totals = PlanTotals(
      accounts: 777, csms: 77, moves: 7, forcedMoves: 7, assigned: 7, covers: 7, unassigned: 7, arrMoved: 777_777,
      estimatedEfforts: 7, withoutMoment: 7)
    document.shortages = []
    document.bindingLimits = []
    document.checks = [CheckDocument(name: "secret", passed: true, details: ["secret"])]
    document.run.host = "secret"
    document.run.search = nil
  }

  private static func spoil(_ account: inout AccountDocument) {
    account.name = "Secret"
    account.tier = "secret"
    (account.arr, account.health, account.atRisk, account.effort) = (777_777, 7, true, 77_777)
    account.situation = nil
    account.domains = ["secret"]
  }

  /// All but who it is, how to reach them, and what they know.
  private static func spoil(_ book: inout BookDocument) {
    (book.startDate, book.lastDay, book.leaveStart, book.leaveEnd) = (nil, SamplePlan.date("2027-07-07"), nil, nil)
    (book.regions, book.before.arr, book.before.minutes, book.before.accounts) = (["secret"], 777, 777, 77)
    (book.after.arr, book.after.minutes, book.after.atRisk) = (777, 777, 77)
    for index in book.periods.indices {
      (book.periods[index].minutes, book.periods[index].inheritedMinutes) = (77_777, 77_777)
      (book.periods[index].capacity, book.periods[index].handoffsIn) = (7_777, 77)
    }
  }

  private static func spoil(_ handoff: inout HandoffDocument, isVisible: Bool) {
    handoff.reason = "Secret: somebody's hours"
    (handoff.runnerUp, handoff.runnerUpExtra) = ("ANN", PointsValue(micropoints: 77))
    guard !isVisible else { return }
    handoff.effective = handoff.effective.adding(days: 3)
    handoff.checklist = ["Secret"]
  }

  private static func spoilTexts(_ document: inout PlanDocument, _ seen: Set<String>, _ visible: Set<String>) {
    document.explanations.plan = ["Secret"]
    document.explanations.stays = []
    document.explanations.csms = document.explanations.csms.map { note in
      seen.contains(note.csm) ? note : CSMExplanation(csm: note.csm, summary: "Secret")
    }
    let inside = Set(
      document.handoffs.filter { seen.contains($0.to) && ($0.from.map(seen.contains) ?? false) }.map(\.account))
    let isManager = seen.count > 1
    for index in document.explanations.moves.indices {
      document.explanations.moves[index].summary = "Secret"
      let keeps = isManager && inside.contains(document.explanations.moves[index].account)
      if !keeps {
        document.explanations.moves[index].gain = PointsValue(micropoints: 77)
        document.explanations.moves[index].terms = []
      }
      for term in document.explanations.moves[index].terms.indices {
        document.explanations.moves[index].terms[term].note = "Secret: 77.7 h"
      }
      document.explanations.moves[index].alternatives.removeAll { !($0.csm.map(seen.contains) ?? false) }
    }
    for index in document.explanations.bundles.indices
    where !inside.isSuperset(of: document.explanations.bundles[index].accounts) || !isManager {
      document.explanations.bundles[index].summary = "Secret"
      document.explanations.bundles[index].gain = PointsValue(micropoints: 77)
    }
    for index in document.inheritedBreaches.indices {
      document.inheritedBreaches[index].message = "Secret"
      guard !seen.contains(document.inheritedBreaches[index].csm) else { continue }
      (document.inheritedBreaches[index].before, document.inheritedBreaches[index].after) = (77, 77)
    }
  }
}
