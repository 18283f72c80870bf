package import PlanDocument
package import Portfolio

/// Compares a review with the one of the night before, by the ids of the findings.
package struct ReviewWatch {
  private enum Change {
    case new, unchanged, dismissed, snoozed, back
    case worse(Int64)
  }

  private let previous: ReviewDocument?
  /// `nil`: there is no table of decisions, so that those of the night before stand.
  private let decisions: [String: FindingDecision]?

  package init(previous: ReviewDocument?, decisions: [FindingDecision]?) {
    self.previous = previous
    self.decisions = decisions.map { rows in
      Dictionary(rows.map { ($0.finding, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Returns the review with the history of every finding, and what has changed. O(findings).
  package func compare(_ review: ReviewDocument) -> (review: ReviewDocument, changes: WatchDocument) {
    var review = review
    var changes = WatchDocument(asOf: review.asOf, previous: previous?.asOf)
    let before = Dictionary((previous?.findings ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in review.findings.indices {
      let earlier = before[review.findings[index].id]
      let (history, change) = judged(review.findings[index], earlier, asOf: review.asOf)
      review.findings[index].history = history
      record(change, review.findings[index], &changes)
    }
    let found = Set(review.findings.map(\.id))
    changes.resolved = (previous?.findings ?? []).filter { !found.contains($0.id) && isShown($0) }
    let known = found.union(before.keys)
    changes.unknownDecisions = (decisions ?? [:]).keys.filter { !known.contains($0) }.sorted()
    return (review, changes)
  }

  private func judged(
    _ finding: ReviewFinding, _ earlier: ReviewFinding?, asOf: CalendarDate
  ) -> (FindingHistory, Change) {
    let decision = decisions.map { $0[finding.id] } ?? earlier?.history?.decision
    let measure = FindingMeasure(finding)
    let firstSeen = earlier.map { $0.history?.firstSeen ?? previous?.asOf ?? asOf } ?? asOf
    let reference = earlier.flatMap { $0.history?.reference ?? FindingMeasure($0)?.value }
    let change = change(finding, earlier, decision, measure, reference, asOf)
    return (
      FindingHistory(
        firstSeen: firstSeen, reference: nextReference(change, measure, reference), decision: decision), change
    )
  }

  private func change(
    _ finding: ReviewFinding, _ earlier: ReviewFinding?, _ decision: FindingDecision?, _ measure: FindingMeasure?,
    _ reference: Int64?, _ asOf: CalendarDate
  ) -> Change {
    if let decision, isSnoozed(decision, asOf) { return .snoozed }
    let worse = reference.flatMap { before in measure.flatMap { $0.isWorse(than: before) ? before : nil } }
    if let worse { return .worse(worse) }
    if decision?.answer == .dismiss { return .dismissed }
    guard earlier != nil, let previous else { return .new }
    if let decision, decision.answer == .snooze, isSnoozed(decision, previous.asOf) { return .back }
    return .unchanged
  }

  private func isSnoozed(_ decision: FindingDecision, _ day: CalendarDate) -> Bool {
    decision.answer == .snooze && decision.until.map { day < $0 } ?? false
  }

  /// What was shown is what later numbers are compared with: slow growth is noticed once it adds up. What was hidden
  /// keeps the number at which it was.
  private func nextReference(_ change: Change, _ measure: FindingMeasure?, _ reference: Int64?) -> Int64? {
    guard let value = measure?.value else { return reference }
    switch change {
    case .new, .worse, .back: return value
    case .unchanged: return min(value, reference ?? value)
    case .dismissed, .snoozed: return reference ?? value
    }
  }

  private func record(_ change: Change, _ finding: ReviewFinding, _ changes: inout WatchDocument) {
    switch change {
    case .new: changes.new.append(finding)
    case .worse(let before):
      let now = FindingMeasure(finding)?.value ?? before
      changes.worse.append(WatchDocument.Worsened(finding: finding, before: before, now: now))
    case .back: changes.back.append(finding)
    case .unchanged: changes.unchanged += 1
    case .dismissed: changes.dismissed += 1
    case .snoozed: changes.snoozed += 1
    }
  }

  /// Nobody waits for news of what was dismissed.
  private func isShown(_ finding: ReviewFinding) -> Bool {
    (decisions.map { $0[finding.id] } ?? finding.history?.decision)?.answer != .dismiss
  }
}
