import PlanDocument
import Portfolio

/// How the ARR is spread over segments, regions, domains, tiers, CSMs and accounts.
struct ConcentrationTable {
  static let dimensions: [ReviewSegment.Dimension] = [.tier, .region, .domain, .marketSegment, .csm, .account]
  private static let largestAccounts = 10

  let view: PortfolioView
  let previous: [BookEntry]?

  var documents: [ConcentrationDocument] {
    let books = BookEntry.entries(of: view.portfolio)
    return ConcentrationTable.dimensions.compactMap { dimension in
      let now = Spread(books, by: dimension)
      if now.isSilent { return nil }
      // Books of which nobody wrote the dimension down say nothing about it.
      let before = previous.map { Spread($0, by: dimension) }.flatMap { $0.isSilent ? nil : $0 }
      return document(dimension, now, before)
    }
  }

  private func document(
    _ dimension: ReviewSegment.Dimension, _ now: Spread, _ before: Spread?
  ) -> ConcentrationDocument {
    let values = now.arr.keys.sorted { (-(now.arr[$0] ?? 0), $0) < (-(now.arr[$1] ?? 0), $1) }
    let shown = dimension == .account ? values.prefix(ConcentrationTable.largestAccounts) : values[...]
    let shares = shown.map { value in
      ConcentrationDocument.Share(
        value: value, accounts: now.accounts[value] ?? 0, arr: now.arr[value] ?? 0, permille: now.permille(value),
        previousPermille: before?.permille(value))
    }
    return ConcentrationDocument(
      dimension: dimension, shares: shares, herfindahl: now.herfindahl, previousHerfindahl: before?.herfindahl,
      limitPercent: ConcentrationTable.limit(dimension, view.review.concentration))
  }

  static func limit(_ dimension: ReviewSegment.Dimension, _ limits: ReviewPolicy.Concentration) -> Percent? {
    switch dimension {
    case .tier: limits.tier
    case .region: limits.region
    case .domain: limits.domain
    case .marketSegment: limits.marketSegment
    case .csm: limits.csm
    case .account: limits.account
    case .posture: nil
    }
  }
}
