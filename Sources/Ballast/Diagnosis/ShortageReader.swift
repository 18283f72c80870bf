import Compilation
import Explanation
import PlanDocument
import Portfolio

/// Puts the hours that are missing in every plan into words.
struct ShortageReader {
  let lifted: LiftedPlan

  func shortages() -> [HoursShortageDocument] {
    let labels = ConflictReader.labels(of: lifted)
    let wording = DiagnosisWording(portfolio: lifted.portfolio, periodLabels: labels)
    return ShortageFinder(lifted).shortages().map { shortage in
      HoursShortageDocument(
        period: shortage.period,
        label: labels.indices.contains(shortage.period) ? labels[shortage.period] : "after the horizon",
        needs: shortage.needs.map {
          .init(region: $0.region, domains: $0.domains, tier: $0.tier, accounts: $0.accounts, minutes: $0.minutes)
        },
        csms: shortage.csms.map { lifted.portfolio.csms[Int($0)].id }, needed: shortage.needed,
        available: shortage.available, message: wording.shortage(shortage))
    }
  }
}
