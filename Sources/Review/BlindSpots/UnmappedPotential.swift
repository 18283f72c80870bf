import PlanDocument
import Portfolio

/// Accounts of high value whose potential nobody has written down.
struct UnmappedPotential: ReviewRule {
  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.compactMap { account in
      guard account.account.potential == nil, let arr = account.arr else { return nil }
      guard let threshold = view.effort.postureValue?[account.account.tier].value, arr >= threshold else { return nil }
      let review = account.account.nextQBR.flatMap { $0 >= view.asOf ? $0 : nil }
      let numbers = [
        ReviewNumber(.arr, arr), ReviewNumber(.health, account.account.health.map(Int64.init)),
        ReviewNumber(.potential, nil),
      ]
      return maker.finding(.unmapped, .potentialUnknown, account, numbers, .mapPotential, until: review)
    }
  }
}
