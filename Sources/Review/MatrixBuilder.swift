import PlanDocument
import Portfolio

/// The matrix of all accounts, those of each team and those of each CSM.
struct MatrixBuilder {
  let view: PortfolioView

  func matrices(_ documents: [ReviewedAccount]) -> [PostureMatrix] {
    var base = PostureMatrix(scope: .base, name: nil)
    var (teams, csms): ([String: PostureMatrix], [String: PostureMatrix]) = ([:], [:])
    for (account, document) in zip(view.accounts, documents) {
      base.add(document)
      guard let csm = view.csm(account) else { continue }
      csms[csm.id, default: PostureMatrix(scope: .csm, name: csm.id)].add(document)
      if let team = csm.team { teams[team, default: PostureMatrix(scope: .team, name: team)].add(document) }
    }
    let sorted = { (matrices: [String: PostureMatrix]) in matrices.sorted { $0.key < $1.key }.map(\.value) }
    return [base] + sorted(teams) + sorted(csms)
  }
}
