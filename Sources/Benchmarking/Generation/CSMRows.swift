import Portfolio
import Workspace

/// The rows of a generated `csms.csv`, with the limits that follow from the accounts.
struct CSMRows {
  private let draft: PortfolioDraft
  private let start: CalendarDate
  /// By region: how many strategic accounts, and how many handoffs in a period, a CSM can take.
  private let strategicLimits: [Int]
  private let incomingLimits: [Int]

  private static let header = [
    "csm_id", "regions", "languages", "domains", "tiers", "capacity_hours", "max_strategic", "start_date", "last_day",
    "handoffs_in",
  ]

  init(_ draft: PortfolioDraft) {
    self.draft = draft
    start = draft.recipe.start
    let regions = 0..<draft.recipe.regionCount
    strategicLimits = regions.map { CSMRows.strategicLimit(draft, region: $0) }
    incomingLimits = regions.map { CSMRows.incomingLimit(draft, region: $0) }
  }

  /// A third more than the even share of those who may have them.
  private static func strategicLimit(_ draft: PortfolioDraft, region: Int) -> Int {
    let count = draft.accounts.count { $0.region == region && $0.tier == .strategic }
    let able = draft.team.members[region].count { draft.team.csms[$0].isSenior && draft.team.csms[$0].lastDay == nil }
    return max(2, (4 * count + 3 * able - 1) / max(1, 3 * able))
  }

  /// The even share of what must come to somebody, and a fifth of a book.
  private static func incomingLimit(_ draft: PortfolioDraft, region: Int) -> Int {
    let able = draft.team.members[region].count { draft.team.csms[$0].lastDay == nil }
    return 2 + (draft.homelessCount(inRegion: region) + able - 1) / max(1, able)
      + draft.recipe.accounts / (5 * draft.recipe.csms)
  }

  func write(to output: AtomicFileWriter) throws {
    let writer = try CSVWriter(output, header: CSMRows.header)
    for index in draft.team.csms.indices { try writer.write(cells(index)) }
  }

  private func cells(_ index: Int) -> [CSVWriter.Cell] {
    let csm = draft.team.csms[index]
    let home = csm.regions[0]
    let isSteady = draft.recipe.periods == .steady
    return [
      .text(PortfolioNames.csm(index)), .text(csm.regions.map(PortfolioNames.region).joined(separator: ";")),
      .text(languages(csm)), .text(domains(csm)), .text(csm.isSenior ? "" : "enterprise;mid-market;small"),
      .number(csm.capacity), csm.isSenior ? .number(strategicLimits[home]) : .empty, day(csm.startDay),
      day(csm.lastDay), isSteady ? .number(incomingLimits[home]) : .empty,
    ]
  }

  private func languages(_ csm: CSMDraft) -> String {
    guard csm.speaksLocally else { return "en" }
    return (["en"] + csm.regions.map(PortfolioNames.language)).joined(separator: ";")
  }

  private func domains(_ csm: CSMDraft) -> String {
    csm.levels.enumerated().compactMap { domain, level in
      level.map { "\(PortfolioNames.domain(domain)):\($0.rawValue)" }
    }.joined(separator: ";")
  }

  private func day(_ days: Int?) -> CSVWriter.Cell {
    days.map { .text(start.adding(days: $0).description) } ?? .empty
  }
}
