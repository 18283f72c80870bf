import PlanDocument
import Portfolio

/// Counts what comes to and goes from each CSM, and what for.
struct ExchangeCounter {
  private let accounts: [String: AccountDocument]
  private var received: [String: [HandoffDocument]] = [:]
  private var given: [String: [HandoffDocument]] = [:]
  private var covered: [String: Int] = [:]

  init(handoffs: [HandoffDocument], accounts: [AccountDocument]) {
    self.accounts = Dictionary(accounts.map { ($0.account, $0) }, uniquingKeysWith: { first, _ in first })
    for handoff in handoffs {
      guard handoff.kind != .cover else {
        covered[handoff.to, default: 0] += 1
        continue
      }
      received[handoff.to, default: []].append(handoff)
      if handoff.kind == .handoff, let giver = handoff.from { given[giver, default: []].append(handoff) }
    }
  }

  /// `leaving` are those with a last day inside the horizon.
  func exchange(of csm: String, leaving: Set<String>) -> BookExchange {
    BookExchange(
      received: side(received[csm] ?? [], leaving), given: side(given[csm] ?? [], leaving), covered: covered[csm] ?? 0)
  }

  private func side(_ handoffs: [HandoffDocument], _ leaving: Set<String>) -> BookExchange.Side {
    var counts: [String: Int] = [:]
    for handoff in handoffs { counts[reason(handoff, leaving), default: 0] += 1 }
    let facts = handoffs.compactMap { accounts[$0.account] }
    return BookExchange.Side(
      accounts: handoffs.count, atRisk: facts.count(where: \.atRisk), arr: facts.reduce(0) { $0 + ($1.arr ?? 0) },
      minutes: facts.reduce(0) { $0 + $1.effort },
      reasons: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { BookExchange.Reason(rule: $0.key, accounts: $0.value) })
  }

  /// That somebody leaves comes before what made one receiver better than another.
  private func reason(_ handoff: HandoffDocument, _ leaving: Set<String>) -> String {
    guard let giver = handoff.from else { return RuleID.coverage.rawValue }
    return leaving.contains(giver) ? RuleID.departure.rawValue : handoff.reasonCode
  }
}
