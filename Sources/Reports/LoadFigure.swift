import PlanDocument
import Portfolio

/// The load of one CSM in a month of the steady state, before and after: what the charts draw.
struct LoadFigure {
  /// Where a load stands between the limits of the policy.
  enum Band: Int, CaseIterable {
    case under, target, overTarget, overSoft, overCapacity, noCapacity
  }

  let book: BookDocument
  /// The steady month; `nil` when the document has no periods.
  let tail: BookDocument.Period?
  /// Minutes.
  let before: Int64
  let after: Int64
  let capacity: Int64

  init(book: BookDocument, tail index: Int) {
    self.book = book
    tail = book.periods.first { $0.period == index } ?? book.periods.last
    capacity = tail?.capacity ?? 0
    // A departing book has no steady month; what it held is what its reader knows.
    before = capacity > 0 ? tail?.inheritedMinutes ?? book.before.minutes : book.before.minutes
    after = capacity > 0 ? tail?.minutes ?? book.after.minutes : book.after.minutes
  }

  var hasCapacity: Bool { capacity > 0 }
  var percentBefore: Int64 { NumberText.wholePercent(before, of: capacity) }
  var percentAfter: Int64 { NumberText.wholePercent(after, of: capacity) }
  var isOverBefore: Bool { hasCapacity && before > capacity }
  var isOverAfter: Bool { hasCapacity && after > capacity }

  /// Whether any period has more load than capacity; periods without capacity are not overload but absence.
  func isOverInAnyMonth(_ load: KeyPath<BookDocument.Period, Int64>) -> Bool {
    book.periods.contains { $0.capacity > 0 && $0[keyPath: load] > $0.capacity }
  }

  static func band(_ minutes: Int64, in period: BookDocument.Period) -> Band {
    if period.capacity <= 0 { return .noCapacity }
    if minutes > period.capacity { return .overCapacity }
    if minutes > period.soft { return .overSoft }
    if minutes > period.targetHigh { return .overTarget }
    return minutes < period.targetLow ? .under : .target
  }
}
