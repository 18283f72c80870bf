import Calibration
package import PlanDocument
import Portfolio

/// The portfolio review: where attention should go, and whether it goes there.
///
/// The same input gives the same document. Time and memory are linear in accounts, activities and findings, but for the
/// sorting of the findings.
package struct Reviewer {
  private static let rules: [any ReviewRule] = [
    RiskQuestion(), ExpansionQuestion(), UnseenQuestion(), SilentAccounts(), TransitionRule(), MiddleRule(),
    UnmappedPotential(), AttentionGap(), HolderRule(), HeadspaceRule(),
  ]

  private let input: ReviewInput
  private let view: PortfolioView

  package init(_ input: ReviewInput) {
    self.input = input
    view = PortfolioViewBuilder(input).build()
  }

  package func review() -> ReviewDocument {
    let maker = FindingMaker(view)
    let accounts = view.accounts.map(\.document)
    let concentration = ConcentrationTable(view: view, previous: input.previous?.books).documents
    let criteria = view.review.criteria.map { CriterionRule(criterion: $0).apply(view, maker) }
    var findings = Reviewer.rules.flatMap { $0.findings(in: view, maker) }
    findings += ConcentrationFindings(view: view, maker: maker).findings(concentration)
    findings += criteria.flatMap(\.findings)
    sort(&findings)
    return ReviewDocument(
      asOf: view.asOf, since: view.since, currency: view.policy.currency, inputs: input.inputs,
      previous: input.previous?.name, knowsTouches: view.knowsTouches,
      totals: TotalsCounter(view: view, findings: findings).totals(accounts), thresholds: thresholds,
      services: services, matrices: MatrixBuilder(view: view).matrices(accounts),
      attention: AttentionTable(view: view).document(accounts), concentration: concentration,
      criteria: criteria.map(\.document), people: people, forecast: forecast, findings: findings, accounts: accounts)
  }

  /// By kind, weight and subject; the causes of an account stay together, in the order in which the rule finds them.
  private func sort(_ findings: inout [ReviewFinding]) {
    let ranks = Dictionary(uniqueKeysWithValues: ReviewFinding.Kind.allCases.enumerated().map { ($1, $0) })
    let keys = findings.enumerated().map { index, finding in
      (ranks[finding.kind] ?? 0, -finding.weight, finding.account ?? finding.segment?.value ?? "", index)
    }
    findings = keys.sorted { $0 < $1 }.map { findings[$0.3] }
  }

  private var thresholds: [PostureThreshold] {
    Set(view.portfolio.accounts.map(\.tier)).sorted().map { tier in
      PostureThreshold(
        tier: tier, value: known(view.effort.postureValue?[tier]), potential: known(view.effort.posturePotential?[tier])
      )
    }
  }

  /// A threshold that nothing reaches is none.
  private func known(_ money: Money?) -> Int64? { money.flatMap { $0.value == .max ? nil : $0.value } }

  private var services: [ServiceLevelDocument] {
    (Posture.allCases.map(Optional.some) + [nil]).map { posture in
      let service = view.review.service(posture)
      return ServiceLevelDocument(
        posture: posture, cadenceDays: service.cadenceDays, effortPercent: posture.map(view.effort.percent) ?? 0,
        seniorities: service.seniorities, pool: service.pool)
    }
  }

  /// With what the log says about efforts, where it says enough.
  private var forecast: ForecastDocument {
    let calibration = input.activities.flatMap { activities in
      try? Calibrator(CalibrationInput(portfolio: input.portfolio, activities: activities)).calibrate()
    }
    return Forecaster(input.portfolio, calibration).forecast()
  }

  private var people: [ReviewDocument.Person] {
    view.portfolio.csms.map { csm in
      ReviewDocument.Person(
        csm: csm.id, name: csm.name, kind: csm.kind.rawValue, team: csm.team, manager: csm.managerID)
    }
  }
}
