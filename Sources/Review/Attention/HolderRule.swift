import PlanDocument
import Portfolio

/// Accounts held by a pool or a seniority that their service level does not name.
struct HolderRule: ReviewRule {
  func findings(in view: PortfolioView, _ maker: FindingMaker) -> [ReviewFinding] {
    view.accounts.compactMap { account in
      guard let csm = view.csm(account), csm.active, !mayHold(csm, account.service) else { return nil }
      let numbers = [
        ReviewNumber(.arr, account.arr), ReviewNumber(.potential, account.account.potential?.value),
      ]
      return maker.finding(.holder, .outsideServiceLevel, account, numbers, .changeHolder, handoff: .yes)
    }
  }

  /// A person whose seniority is not known is not accused.
  private func mayHold(_ csm: CSM, _ service: ReviewPolicy.ServiceLevel) -> Bool {
    switch csm.kind {
    case .pool: return service.pool
    case .open: return true
    case .person:
      guard !service.seniorities.isEmpty, let seniority = csm.seniority else { return true }
      return service.seniorities.contains { TierName.folded($0) == TierName.folded(seniority) }
    }
  }
}
