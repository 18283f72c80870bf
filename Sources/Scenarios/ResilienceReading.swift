import PlanDocument
import Portfolio

/// Reads off a plan how those who remain stand.
struct ResilienceReading {
  let document: PlanDocument
  /// In percent of capacity.
  let hard: Percent
  var leaving: Set<String> = []

  private var tail: Int { document.horizon.periods.count }
  private var books: [BookDocument] { document.books.filter { !leaving.contains($0.csm) } }

  func facts() -> ResilienceFacts {
    let inside = insidePeriod()
    let periods = document.horizon.periods
    let start = inside.map { $0 < tail ? periods[$0].start : (periods.last?.end.adding(days: 1) ?? document.asOf) }
    return ResilienceFacts(
      objective: document.objective, certifiedBound: document.certifiedBound, certifiedGap: document.certifiedGap,
      unassigned: document.totals.unassigned, minutesAboveBand: sum(within: true, above: { $0.targetHigh }),
      minutesAboveHard: sum(within: true, above: limit), steadyMinutesAboveBand: sum(within: false) { $0.targetHigh },
      steadyMinutesAboveHard: sum(within: false, above: limit),
      steadyAboveBand: books.count { $0.periods.contains { $0.period == tail && $0.minutes > $0.targetHigh } },
      daysUntilInside: start.map { $0.days(since: document.asOf) },
      insideFrom: inside.flatMap { $0 < tail ? periods[$0].label : nil }, seconds: document.run.seconds)
  }

  private func limit(_ period: BookDocument.Period) -> Int64 {
    Int64(Int128(period.capacity) * Int128(hard) / 100)
  }

  private func sum(within horizon: Bool, above limit: (BookDocument.Period) -> Int64) -> Int64 {
    books.reduce(0) { sum, book in
      book.periods.filter { ($0.period < tail) == horizon }.reduce(sum) { $0 + max(0, $1.minutes - limit($1)) }
    }
  }

  /// The first period from which on nobody is above the band.
  private func insidePeriod() -> Int? {
    let last = books.flatMap(\.periods).filter { $0.minutes > $0.targetHigh }.map(\.period).max()
    guard let last else { return 0 }
    return last < tail ? last + 1 : nil
  }

  /// What becomes of the accounts of those who leave.
  func describe(_ departure: inout ResilienceDeparture) {
    let held = document.assignments.filter { $0.previous.map(leaving.contains) ?? false }
    let arr = Dictionary(document.accounts.map { ($0.account, $0.arr ?? 0) }, uniquingKeysWith: { first, _ in first })
    let taken = held.filter { $0.csm.map { !leaving.contains($0) } ?? false }
    departure.accounts = held.count
    departure.arr = held.reduce(0) { $0 + (arr[$1.account] ?? 0) }
    departure.takenOver = taken.count
    departure.arrTakenOver = taken.reduce(0) { $0 + (arr[$1.account] ?? 0) }
    departure.atForcedMoment = taken.count { $0.moment == "departure" }
    departure.unassigned = held.count - taken.count
    departure.movesByChoice = document.totals.moves
    departure.arrMovedByChoice = document.totals.arrMoved
    let names = Dictionary(document.books.map { ($0.csm, $0.name) }, uniquingKeysWith: { first, _ in first })
    departure.receivers = Dictionary(grouping: taken) { $0.csm ?? "" }
      .map { ResilienceDeparture.Receiver(csm: $0.key, name: names[$0.key] ?? nil, accounts: $0.value.count) }
      .sorted { ($1.accounts, $0.csm) < ($0.accounts, $1.csm) }
  }

  /// Minutes a month that need a domain which their CSM in this plan does not have, of the accounts of those who leave;
  /// most first.
  func needs(_ csms: [String: CSM]) -> [ExpertiseNeed] {
    let accounts = Dictionary(document.accounts.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    var minutes: [ExpertiseNeed: Int64] = [:]
    for assignment in document.assignments where assignment.previous.map(leaving.contains) ?? false {
      guard let account = accounts[assignment.account] else { continue }
      let known = assignment.csm.flatMap { csms[$0]?.domains } ?? [:]
      for domain in account.domains where known[domain] == nil {
        minutes[ExpertiseNeed(domain: domain, region: account.region), default: 0] += account.effort
      }
    }
    return minutes.sorted { ($1.value, $0.key.domain, $0.key.region) < ($0.value, $1.key.domain, $1.key.region) }
      .map(\.key)
  }

  /// Minutes below the band in a steady month; negative above it.
  func spare() -> [String: Int64] {
    Dictionary(
      books.map { book in
        (book.csm, book.periods.first { $0.period == tail }.map { $0.targetHigh - $0.minutes } ?? 0)
      }, uniquingKeysWith: { first, _ in first })
  }
}
