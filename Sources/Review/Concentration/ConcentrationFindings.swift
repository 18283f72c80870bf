import PlanDocument
import Portfolio

/// Shares above their limit, and small segments that are looked at less than the rest.
struct ConcentrationFindings {
  private struct Seen {
    var accounts = 0
    var unseen = 0
    var permille: Int64 { accounts == 0 ? 0 : Int64(unseen * 1000 / accounts) }
  }

  /// Fewer accounts say nothing about a segment.
  private static let smallestSegment = 3

  let view: PortfolioView
  let maker: FindingMaker

  func findings(_ tables: [ConcentrationDocument]) -> [ReviewFinding] {
    tables.flatMap(overLimit) + (view.knowsTouches ? tables.flatMap(neglected) : [])
  }

  private func overLimit(_ table: ConcentrationDocument) -> [ReviewFinding] {
    guard let limit = table.limitPercent else { return [] }
    return table.shares.filter { $0.permille > limit * 10 && $0.value != "-" }.map { share in
      let numbers = [
        ReviewNumber(.sharePermille, share.permille), ReviewNumber(.limitPermille, limit * 10),
        ReviewNumber(.previousPermille, share.previousPermille), ReviewNumber(.arr, share.arr),
        ReviewNumber(.accounts, Int64(share.accounts)),
      ]
      return maker.finding(
        .concentration, .overLimit, ReviewSegment(table.dimension, share.value), numbers, .spread,
        owner: owner(table.dimension, share.value), weight: share.arr)
    }
  }

  /// Of a CSM's book the manager.
  private func owner(_ dimension: ReviewSegment.Dimension, _ value: String) -> String? {
    guard dimension == .csm else { return nil }
    return view.portfolio.csms.first { $0.id == value }?.managerID
  }

  private func neglected(_ table: ConcentrationDocument) -> [ReviewFinding] {
    guard ![.csm, .account].contains(table.dimension) else { return [] }
    let seen = seen(table.dimension)
    let base = seen.values.reduce(into: Seen()) { sum, part in
      sum.accounts += part.accounts
      sum.unseen += part.unseen
    }
    return table.shares.compactMap { share in
      guard let own = seen[share.value], share.permille < view.review.concentration.small * 10 else { return nil }
      guard own.accounts >= Self.smallestSegment, own.permille >= 500, own.permille * 2 >= base.permille * 3 else {
        return nil
      }
      let numbers = [
        ReviewNumber(.unseenPermille, own.permille), ReviewNumber(.sharePermille, share.permille),
        ReviewNumber(.accounts, Int64(own.accounts)), ReviewNumber(.arr, share.arr),
      ]
      return maker.finding(
        .neglected, .smallAndUnseen, ReviewSegment(table.dimension, share.value), numbers, .lookAt, weight: share.arr)
    }
  }

  private func seen(_ dimension: ReviewSegment.Dimension) -> [String: Seen] {
    var result: [String: Seen] = [:]
    for account in view.accounts {
      let isUnseen = account.isOverdue || account.daysSinceTouch == nil
      for value in Spread.values(BookEntry(account.account), dimension) {
        result[value, default: Seen()].accounts += 1
        if isUnseen { result[value, default: Seen()].unseen += 1 }
      }
    }
    return result
  }
}
