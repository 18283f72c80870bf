import PlanDocument
import Portfolio

/// Hours given against hours called for, by posture, tier and CSM.
struct AttentionTable {
  private struct Sum {
    var tally = ReviewTally()
    var noise = NoiseIndex()
    var underServed = 0
    var overServed = 0

    mutating func add(_ account: AccountView, _ document: ReviewedAccount, _ verdict: AttentionGap.Verdict) {
      tally.add(document)
      noise.add(account)
      if verdict == .under { underServed += 1 }
      if verdict == .over { overServed += 1 }
    }
  }

  let view: PortfolioView

  func document(_ documents: [ReviewedAccount]) -> AttentionDocument {
    var (all, sums) = (NoiseIndex(), [ReviewSegment: Sum]())
    for (account, document) in zip(view.accounts, documents) {
      all.add(account)
      let verdict = AttentionGap.verdict(account, view.review)
      for segment in segments(account) { sums[segment, default: Sum()].add(account, document, verdict) }
    }
    let rows = sums.map { segment, sum in
      AttentionDocument.Row(
        segment: segment, tally: sum.tally, noisePermille: sum.noise.permille, underServed: sum.underServed,
        overServed: sum.overServed)
    }
    return AttentionDocument(
      source: view.source, noisePermille: all.permille,
      rows: rows.sorted { AttentionTable.key($0) < AttentionTable.key($1) })
  }

  private func segments(_ account: AccountView) -> [ReviewSegment] {
    [
      ReviewSegment(.posture, account.posture?.rawValue ?? "-"), ReviewSegment(.tier, account.account.tier),
      ReviewSegment(.csm, account.account.csmID ?? "-"),
    ]
  }

  private static func key(_ row: AttentionDocument.Row) -> (Int, Int, String) {
    let dimensions: [ReviewSegment.Dimension] = [.posture, .tier, .csm]
    let place =
      Posture(rawValue: row.segment.value).flatMap { Posture.allCases.firstIndex(of: $0) } ?? Posture.allCases.count
    let isPosture = row.segment.dimension == .posture
    return (dimensions.firstIndex(of: row.segment.dimension) ?? 0, isPosture ? place : 0, row.segment.value)
  }
}
