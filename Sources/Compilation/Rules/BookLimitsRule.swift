import OptionModel
import Portfolio

/// Limits on the final book of a CSM: accounts, strategic accounts, accounts at risk, ARR, shares of segments.
final class BookLimitsRule: ConsumingRule {
  static let id = RuleID.books

  let facts: PlanFacts
  /// By CSM, or -1.
  private let accounts: [Int32]
  private let strategic: [Int32]
  private let atRisk: [Int32]
  private let arr: [Int32]
  /// Index of the first segment by CSM, or -1; the others follow.
  private let segments: [Int32]
  private let shares: [BookPolicy.SegmentShare]
  /// `account * shares.count + share`.
  private let isInSegment: [Bool]

  init(_ facts: PlanFacts, declaring book: inout ResourceBook) {
    self.facts = facts
    let policy = facts.policy.books
    func declare(_ limit: (CSM) -> Int64?, _ key: (Int32) -> ResourceKey) -> [Int32] {
      var indices = [Int32](repeating: -1, count: facts.csms.count)
      for csm in facts.remainingCSMs {
        guard let limit = limit(facts.portfolio.csms[csm]) else { continue }
        indices[csm] = book.declare(key(Int32(csm)), limit: limit)
      }
      return indices
    }
    accounts = declare({ $0.maxAccounts ?? policy.maxAccounts }, { .bookAccounts(csm: $0) })
    strategic = declare({ $0.maxStrategic ?? policy.maxStrategic }, { .bookStrategic(csm: $0) })
    atRisk = declare({ $0.maxAtRisk ?? policy.maxAtRisk }, { .bookAtRisk(csm: $0) })
    arr = declare({ ($0.maxARR ?? policy.maxARR)?.thousands }, { .bookARR(csm: $0) })
    shares = policy.segmentShares
    isInSegment = facts.portfolio.accounts.flatMap { account in
      policy.segmentShares.map { BookLimitsRule.contains($0, account) }
    }
    segments = BookLimitsRule.declareSegments(facts, &book)
  }

  private static func declareSegments(_ facts: PlanFacts, _ book: inout ResourceBook) -> [Int32] {
    var indices = [Int32](repeating: -1, count: facts.csms.count)
    for csm in facts.remainingCSMs {
      for limit in facts.policy.books.segmentShares.indices {
        let index = book.declare(.bookSegment(csm: Int32(csm), limit: Int16(limit)), limit: 0)
        if limit == 0 { indices[csm] = index }
      }
    }
    return indices
  }

  private static func contains(_ share: BookPolicy.SegmentShare, _ account: Account) -> Bool {
    switch share.attribute {
    case .region: account.region == share.value
    case .tier: TierName.folded(account.tier) == TierName.folded(share.value)
    case .domain: account.domains.contains(share.value)
    }
  }

  func consume(_ step: Step, from ledger: inout some Ledger) {
    let csm = step.finalCSM
    guard csm != Step.nobody else { return }
    let account = facts.accounts[step.account]
    ledger.consume(Self.id, 1, of: accounts[csm])
    if account.isStrategic { ledger.consume(Self.id, 1, of: strategic[csm]) }
    if account.isAtRisk { ledger.consume(Self.id, 1, of: atRisk[csm]) }
    ledger.consume(Self.id, account.arr, of: arr[csm])
    guard segments[csm] >= 0 else { return }
    for index in shares.indices {
      let inside = isInSegment[step.account * shares.count + index] ? 100 * account.arr : 0
      ledger.consume(Self.id, inside - shares[index].percent * account.arr, of: segments[csm] + Int32(index))
    }
  }
}
