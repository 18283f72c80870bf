import PlanDocument
import Portfolio

/// A plan such as a quarterly rebalance makes: an overloaded book, a departure, an orphan, a new hire, a pool,
/// an account nobody can take; names long, accented, right to left and with emoji.
enum SamplePlan {
  struct Row {
    var id: String
    var name: String
    var tier: String
    var region: String
    var hours: Int64
    var arr: Int64
    var csm: String?
    var to: String?
    var period: Int?
    var moment: String?
    var day: String?
    var atRisk = false
    var estimated = false
    var gain: Int64 = 0
  }

  static let rows: [Row] = [
    Row(
      id: "A01", name: "Northwind Foods", tier: "strategic", region: "EMEA", hours: 34, arr: 910_000,
      csm: "ANN"),
    Row(
      id: "A02", name: "Aurora Health Systems", tier: "strategic", region: "EMEA", hours: 29, arr: 780_000,
      csm: "ANN", to: "BEN", period: 1, moment: "renewal-done", day: "2027-01-18", gain: 5_460),
    Row(
      id: "A03", name: "Kestrel Logistics", tier: "enterprise", region: "EMEA", hours: 14, arr: 310_000,
      csm: "ANN", to: "CHL", period: 0, moment: "qbr", day: "2026-12-09", gain: 2_310),
    Row(
      id: "A04", name: "Société Générale de Distribution Alimentaire du Grand Ouest et des Pays de la Loire",
      tier: "enterprise", region: "EMEA", hours: 16, arr: 355_000, csm: "ANN", to: "CHL", period: 1,
      moment: "quarter-start", day: "2027-01-11", gain: 1_980),
    Row(
      id: "A05", name: "Brightwater Energy", tier: "enterprise", region: "EMEA", hours: 15, arr: 290_000,
      csm: "ANN", atRisk: true),
    Row(
      id: "A06", name: "Moss & Sons", tier: "mid-market", region: "EMEA", hours: 5, arr: 64_000, csm: "ANN"),
    Row(
      id: "A07", name: "Tern Airlines", tier: "enterprise", region: "EMEA", hours: 17, arr: 402_000,
      csm: "ANN",
      to: "ELI", period: 2, moment: "qbr", day: "2027-02-15", gain: 1_260),
    Row(
      id: "A08", name: "Harbor Insurance", tier: "strategic", region: "AMER", hours: 31, arr: 1_120_000,
      csm: "BEN"),
    Row(
      id: "A09", name: "Pine Retail Group", tier: "enterprise", region: "AMER", hours: 12, arr: 240_000,
      csm: "BEN"),
    Row(
      id: "A10", name: "Quartz Mobility", tier: "mid-market", region: "AMER", hours: 5, arr: 71_000,
      csm: "BEN",
      estimated: true),
    Row(
      id: "A11", name: "Lumière Médias", tier: "enterprise", region: "EMEA", hours: 13, arr: 260_000,
      csm: "CHL"),
    Row(
      id: "A12", name: "شركة النور للتجارة", tier: "enterprise", region: "EMEA", hours: 12, arr: 225_000,
      csm: "CHL"),
    Row(
      id: "A13", name: "🚀 Lift-Off Labs", tier: "mid-market", region: "EMEA", hours: 6, arr: 58_000,
      csm: "CHL",
      estimated: true),
    Row(
      id: "A14", name: "Cobalt Bank", tier: "strategic", region: "AMER", hours: 32, arr: 1_340_000,
      csm: "DAN",
      to: "GUS", period: 0, moment: "departure", day: "2026-12-14", gain: 41_000),
    Row(
      id: "A15", name: "Fern Hotels", tier: "enterprise", region: "AMER", hours: 13, arr: 215_000, csm: "DAN",
      to: "BEN", period: 1, moment: "departure", day: "2027-01-11", gain: 39_000),
    Row(
      id: "A16", name: "Umbra Security", tier: "mid-market", region: "AMER", hours: 5, arr: 83_000,
      csm: "DAN",
      to: "POOL", period: 0, moment: "departure", day: "2026-12-07", gain: 37_200),
    Row(
      id: "A17", name: "Oak Street Pharmacies", tier: "mid-market", region: "AMER", hours: 6, arr: 90_000,
      to: "ELI", period: 0, day: "2026-12-01", gain: 33_000),
    Row(id: "A18", name: "山田製作所", tier: "strategic", region: "APAC", hours: 28, arr: 690_000, csm: "FAT"),
    Row(
      id: "A19", name: "Coral Reef Tours", tier: "mid-market", region: "APAC", hours: 4, arr: 38_000,
      csm: "FAT"),
    Row(
      id: "A20", name: "בית הקפה הגדול", tier: "mid-market", region: "EMEA", hours: 5, arr: 47_000, csm: "FAT"
    ),
    Row(
      id: "A21", name: "Redwood Freight", tier: "enterprise", region: "AMER", hours: 14, arr: 330_000,
      csm: "GUS"),
    Row(
      id: "A22", name: "Slate Publishing", tier: "small", region: "AMER", hours: 2, arr: 12_000, csm: "GUS",
      to: "POOL", period: 1, moment: "quarter-start", day: "2027-01-12", estimated: true, gain: 240),
    Row(id: "A23", name: "Vesper Wines", tier: "small", region: "EMEA", hours: 1, arr: 9_000, csm: "POOL"),
    Row(id: "A24", name: "Ijssel Maritime", tier: "enterprise", region: "LATAM", hours: 12, arr: 205_000),
  ]

  /// id, name, kind, capacity in hours.
  static let people: [(id: String, name: String, kind: String, hours: Int64)] = [
    ("ANN", "Ann Archer", "person", 96), ("BEN", "Ben Okonkwo", "person", 120),
    ("CHL", "Chloé Dubois-Lefèvre", "person", 104), ("DAN", "Dana Whitfield", "person", 0),
    ("ELI", "Elif Yılmaz", "person", 60), ("FAT", "فاطمة الزهراء", "person", 50),
    ("GUS", "🦊 Gus Lindqvist", "person", 64), ("POOL", "Digital pool", "pool", 40),
  ]

  static func date(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(dayNumber: 0) }

  static let horizon = HorizonDocument(
    periods: [
      .init(index: 0, label: "Dec 2026", start: date("2026-12-01"), end: date("2026-12-31")),
      .init(index: 1, label: "Jan 2027", start: date("2027-01-01"), end: date("2027-01-31")),
      .init(index: 2, label: "Feb 2027", start: date("2027-02-01"), end: date("2027-02-28")),
    ], tailMonths: 9)

  static let moved = rows.filter { $0.to != nil }

  static func hours(_ tenths: Int64) -> PointsValue { PointsValue(micropoints: tenths * 6_000_000) }

  static let document: PlanDocument = {
    var document = bare
    document.closedAccounts = [
      ClosedAccount(
        account: "A05",
        obstacles: [.init(cause: .renewalNear, opens: true), .init(cause: .missingDate, detail: "next_qbr")],
        opensOn: date("2027-03-20")),
      ClosedAccount(account: "A09", obstacles: [.init(cause: .range, detail: "Freeze for the launch")]),
    ]
    return document
  }()

  private static let bare: PlanDocument = {
    let charges: [String: PointsValue] = [
      "capacity": hours(1_404), "continuity": hours(630), "coverage": hours(1_260), "balance": hours(421),
      "handoff-effort": hours(212), "moment": hours(40), "departure": hours(60),
    ]
    let objective = PointsValue(micropoints: charges.values.reduce(0) { $0 + $1.micropoints })
    let certified = PointsValue(micropoints: objective.micropoints - 19_100_001)
    let claimed = PointsValue(micropoints: objective.micropoints - 12_000_000)
    return PlanDocument(
      asOf: date("2026-11-23"),
      inputs: [
        "accounts.csv": String(repeating: "9f", count: 32), "csms.csv": String(repeating: "3c", count: 32),
      ],
      currency: "EUR", horizon: horizon, termination: Termination(reason: .gapReached), objective: objective,
      objectiveByRule: charges, bound: claimed, certifiedBound: certified,
      gap: gap(objective, claimed), certifiedGap: gap(objective, certified),
      absoluteGap: PointsValue(micropoints: 12_000_000),
      certifiedAbsoluteGap: PointsValue(micropoints: 19_100_001),
      multipliers: [MultiplierDocument(resource: "hours/ANN/3", value: 6_553_600)], totals: totals,
      accounts: rows.map(account), assignments: rows.map(assignment), handoffs: moved.map(handoff),
      books: people.map { SampleBooks.book($0.id, $0.name, $0.kind, hours: $0.hours) },
      inheritedBreaches: SampleExplanations.breaches, shortages: SampleExplanations.shortages,
      bindingLimits: SampleExplanations.limits, explanations: SampleExplanations.all,
      run: RunFacts(
        version: "0.1.0", seconds: 4.237, host: "linux x86_64", createdAt: "2026-11-23T08:12:44Z",
        workspace: "../emea-q1", seed: 7, work: 1_204_331, solver: "GLPK 5.0",
        search: SampleSearch.document(objective: objective, certified: certified, claimed: claimed)))
  }()

  static let totals = PlanTotals(
    accounts: rows.count, csms: people.count, moves: 5, forcedMoves: 3, assigned: 1, covers: 0, unassigned: 1,
    arrMoved: moved.filter { $0.csm != nil && $0.moment != "departure" }.reduce(0) { $0 + $1.arr },
    estimatedEfforts: rows.count(where: \.estimated), withoutMoment: 2, objectiveIfNothingMoves: hours(12_904)
  )

  private static func gap(_ objective: PointsValue, _ bound: PointsValue) -> Double {
    Double(objective.micropoints - bound.micropoints) / Double(objective.micropoints)
  }

  private static func account(_ row: Row) -> AccountDocument {
    var account = AccountDocument(
      account: row.id, name: row.name, tier: row.tier, region: row.region,
      domains: row.tier == "strategic" ? ["healthcare"] : [], arr: row.arr, health: row.atRisk ? 41 : 78,
      atRisk: row.atRisk, effort: row.hours * 60, estimated: row.estimated,
      renewalDate: row.tier == "small" ? nil : date("2027-01-02").adding(days: Int(row.hours) * 9))
    var situation = AccountSituation()
    (situation.lifecycle, situation.relationship) = ("mature", row.atRisk ? "at-risk" : "recurring")
    (situation.csmSince, situation.lastTouch) = (date("2023-02-01"), date("2026-11-02"))
    (situation.nextQBR, situation.sponsorChangedOn) = (date("2027-02-11"), date("2026-10-05"))
    situation.escalationOpen = row.id == "A02" ? true : nil
    account.situation = situation
    return account
  }

  private static func assignment(_ row: Row) -> Assignment {
    let kind: Assignment.Kind =
      row.to == nil ? (row.csm == nil ? .unassigned : .stay) : (row.csm == nil ? .assign : .handoff)
    return Assignment(
      account: row.id, kind: kind, csm: row.to ?? row.csm, previous: row.csm, moment: row.moment,
      period: row.period, start: row.day.map { date($0).adding(days: -14) },
      effective: row.day.map { date($0) })
  }

  private static func handoff(_ row: Row) -> HandoffDocument {
    let day = date(row.day ?? "2026-12-01")
    return HandoffDocument(
      account: row.id, kind: row.csm == nil ? .assign : .handoff, from: row.csm, to: row.to ?? "",
      moment: row.moment, otherMoments: [], checklist: ["Renewal signed and filed", "Success plan updated"],
      customerMeetsBoth: row.csm != nil, period: row.period ?? 0, announce: day.adding(days: -21),
      start: day.adding(days: -14), introduction: day.adding(days: -10), effective: day,
      overlapEnd: day.adding(days: 7), reasonCode: row.moment == "departure" ? "coverage" : "capacity",
      reason: SampleExplanations.reason(row), runnerUp: "GUS", runnerUpExtra: hours(row.gain / 300 + 3))
  }
}
