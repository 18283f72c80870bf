import Portfolio
import Workspace

/// The rows of a generated `accounts.csv`.
struct AccountRows {
  private let draft: PortfolioDraft
  private let start: CalendarDate

  private static let header = [
    "account_id", "parent_id", "csm_id", "arr", "tier", "region", "language", "domains", "effort_hours", "health",
    "lifecycle", "renewal_date", "onboarding_end", "next_qbr", "csm_since", "csm_changes_12m", "escalation_open",
  ]

  init(_ draft: PortfolioDraft) {
    self.draft = draft
    start = draft.recipe.start
  }

  func write(to output: AtomicFileWriter) throws {
    let writer = try CSVWriter(output, header: AccountRows.header)
    for index in draft.accounts.indices { try writer.write(cells(index)) }
  }

  private func cells(_ index: Int) -> [CSVWriter.Cell] {
    let account = draft.accounts[index]
    return [
      .text(PortfolioNames.account(index)), text(account.parent, PortfolioNames.account),
      text(account.incumbent, PortfolioNames.csm), .number(account.arr), .text(account.tier.name),
      .text(PortfolioNames.region(account.region)),
      account.needsLanguage ? .text(PortfolioNames.language(account.region)) : .empty,
      text(account.domain, PortfolioNames.domain), .number(AccountRows.hours(account.hours)),
      .number(account.health), .text(account.isOnboarding ? "onboarding" : "mature"), day(account.renewal),
      day(account.onboardingEnd), day(account.nextReview),
      account.incumbent == nil ? .empty : day(account.incumbentSince), .number(account.changes),
      .text(account.hasEscalation ? "yes" : "no"),
    ]
  }

  private func text(_ index: Int?, _ name: (Int) -> String) -> CSVWriter.Cell {
    index.map { .text(name($0)) } ?? .empty
  }

  private func day(_ days: Int?) -> CSVWriter.Cell {
    days.map { .text(start.adding(days: $0).description) } ?? .empty
  }

  /// Hours with two digits behind the point, at least a tenth of an hour.
  static func hours(_ hours: Double) -> String {
    let hundredths = max(10, Int((hours * 100).rounded()))
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
