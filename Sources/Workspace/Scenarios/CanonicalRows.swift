import Portfolio

/// A table with every cell written in one way: ISO dates, hours with a decimal point, whole amounts in the currency of
/// the policy. What `CSVReader` reads from `bytes` is what the table was made from.
struct CanonicalRows<Column: ScenarioColumn> {
  /// By `Column.rawValue`; empty where nothing is said.
  typealias Row = [String]

  var rows: [Row] = []

  static var emptyRow: Row { Row(repeating: "", count: Column.definitions.count) }

  var bytes: [UInt8] {
    var bytes = CSVWriter.line(Column.names.map(CSVWriter.Cell.text))
    for row in rows { bytes.append(contentsOf: CSVWriter.line(row.map(CSVWriter.Cell.verbatim))) }
    return bytes
  }
}

extension Array where Element == String {
  subscript<Column: ScenarioColumn>(_ column: Column) -> String {
    get { self[column.rawValue] }
    set { self[column.rawValue] = newValue }
  }
}

extension CanonicalRows where Column == AccountColumn {
  init(_ accounts: [Account]) { rows = accounts.map(CanonicalRows.row) }

  private static func row(_ account: Account) -> Row {
    var row = emptyRow
    row[Column.id] = account.id
    row[Column.name] = account.name ?? ""
    row[Column.parent] = account.parentID ?? ""
    row[Column.csm] = account.csmID ?? ""
    row[Column.tier] = account.tier
    row[Column.region] = account.region
    row[Column.timeZone] = account.timeZone ?? ""
    row[Column.language] = account.language ?? ""
    row[Column.domains] = account.domains.joined(separator: ";")
    row[Column.lifecycle] = account.lifecycle?.rawValue ?? ""
    row[Column.relationship] = account.relationship?.rawValue ?? ""
    row[Column.escalationOpen] = account.escalationOpen ? "yes" : ""
    row[Column.pinned] = account.pinnedCSMID ?? ""
    row[Column.lockReason] = account.lockReason ?? ""
    row[Column.poolOK] = account.poolOK ? "yes" : ""
    row[Column.sponsor] = account.sponsor?.rawValue ?? ""
    row[Column.transition] = account.transition?.rawValue ?? ""
    row[Column.marketSegment] = account.marketSegment ?? ""
    row[Column.nextGoal] = account.nextGoal ?? ""
    addAmounts(account, &row)
    addDates(account, &row)
    return row
  }

  private static func addAmounts(_ account: Account, _ row: inout Row) {
    row[Column.arr] = CanonicalText.money(account.arr)
    row[Column.potential] = CanonicalText.money(account.potential)
    row[Column.effort] = CanonicalText.hours(account.effort)
    row[Column.highEffort] = CanonicalText.hours(account.highEffort)
    row[Column.health] = account.health.map(String.init) ?? ""
    row[Column.healthTrend] = CanonicalText.trend(account.healthTrend)
    row[Column.usageTrend] = CanonicalText.trend(account.usageTrend)
    row[Column.csmChanges] = account.csmChanges12Months.map(String.init) ?? ""
  }

  private static func addDates(_ account: Account, _ row: inout Row) {
    row[Column.renewal] = CanonicalText.date(account.renewalDate)
    row[Column.onboardingEnd] = CanonicalText.date(account.onboardingEnd)
    row[Column.nextQBR] = CanonicalText.date(account.nextQBR)
    row[Column.csmSince] = CanonicalText.date(account.csmSince)
    row[Column.lastTouch] = CanonicalText.date(account.lastTouch)
    row[Column.sponsorChanged] = CanonicalText.date(account.sponsorChangedOn)
    row[Column.segmentChanged] = CanonicalText.date(account.segmentChangedOn)
    row[Column.escalationClosed] = CanonicalText.date(account.escalationClosedOn)
    row[Column.transitionOn] = CanonicalText.date(account.transitionOn)
    row[Column.goalDue] = CanonicalText.date(account.goalDue)
  }
}

extension CanonicalRows where Column == CSMColumn {
  init(_ csms: [CSM]) { rows = csms.map(CanonicalRows.row) }

  private static func row(_ csm: CSM) -> Row {
    var row = emptyRow
    row[Column.id] = csm.id
    row[Column.name] = csm.name ?? ""
    row[Column.email] = csm.email ?? ""
    row[Column.kind] = csm.kind.rawValue
    row[Column.active] = csm.active ? "yes" : "no"
    row[Column.manager] = csm.managerID ?? ""
    row[Column.team] = csm.team ?? ""
    row[Column.regions] = csm.regions.joined(separator: ";")
    row[Column.timeZone] = csm.timeZone ?? ""
    row[Column.languages] = csm.languages.joined(separator: ";")
    row[Column.domains] = csm.domains.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.rawValue)" }
      .joined(separator: ";")
    row[Column.tiers] = csm.tiers.joined(separator: ";")
    row[Column.seniority] = csm.seniority ?? ""
    row[Column.backfill] = csm.backfillCSMID ?? ""
    addLimits(csm, &row)
    addDates(csm, &row)
    return row
  }

  private static func addLimits(_ csm: CSM, _ row: inout Row) {
    row[Column.capacity] = CanonicalText.hours(csm.capacity)
    row[Column.fte] = "\(csm.ftePercent)%"
    row[Column.maxAccounts] = csm.maxAccounts.map { String($0) } ?? ""
    row[Column.maxStrategic] = csm.maxStrategic.map { String($0) } ?? ""
    row[Column.maxAtRisk] = csm.maxAtRisk.map { String($0) } ?? ""
    row[Column.maxARR] = CanonicalText.money(csm.maxARR)
    row[Column.handoffsIn] = csm.handoffsIn.map { String($0) } ?? ""
    row[Column.handoffsOut] = csm.handoffsOut.map { String($0) } ?? ""
    row[Column.ramp] = csm.ramp.map { $0.isEmpty ? "none" : $0.map { String($0) }.joined(separator: ";") } ?? ""
  }

  private static func addDates(_ csm: CSM, _ row: inout Row) {
    row[Column.startDate] = CanonicalText.date(csm.startDate)
    row[Column.lastDay] = CanonicalText.date(csm.lastDay)
    row[Column.leaveStart] = CanonicalText.date(csm.leave?.start)
    row[Column.leaveEnd] = CanonicalText.date(csm.leave?.end)
  }
}

/// Values as `CanonicalRows` writes them.
enum CanonicalText {
  static func date(_ date: CalendarDate?) -> String { date?.description ?? "" }
  static func money(_ money: Money?) -> String { money.map { String($0.value) } ?? "" }
  static func hours(_ minutes: Minutes?) -> String { minutes.map { hours($0.value) } ?? "" }

  static func trend(_ trend: Trend?) -> String {
    switch trend {
    case .change(let value): String(value)
    case .falling: "falling"
    case .steady: "steady"
    case .rising: "rising"
    case nil: ""
    }
  }

  /// Four decimals are nearer to the minute than half of one: `2.5`, `0.3333`.
  static func hours(_ minutes: Int64) -> String {
    decimal((Int128(minutes) * 10_000 + 30) / 60 * 100)
  }

  /// Millionths as a decimal number without trailing zeros; not negative.
  static func decimal(_ millionths: Int128) -> String {
    let (whole, fraction) = millionths.quotientAndRemainder(dividingBy: DecimalNumber.scale)
    guard fraction > 0 else { return String(whole) }
    var digits = String(fraction)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }
}
