import Portfolio

/// Makes CSMs from the rows of `csms.csv`.
struct CSMBuilder {
  let source: MappedTable<CSMColumn>
  let vocabularies: Vocabularies
  let money: MoneyReader

  static let dates: [CSMColumn] = [.startDate, .leaveStart, .leaveEnd, .lastDay]
  static let numbers: [CSMColumn] = [
    .capacity, .fte, .maxAccounts, .maxStrategic, .maxAtRisk, .handoffsIn, .handoffsOut,
  ]
  static let money: [CSMColumn] = [.maxARR]

  /// References to other CSMs are still as written; `CSMReferences` resolves them.
  func csm(row number: Int, id: String) -> CSM {
    let row = RowReader(source: source, row: number)
    var csm = CSM(id: id, regions: names(.regions, vocabularies.regions, row))
    csm.name = row.text(.name)
    csm.email = row.text(.email)
    csm.kind = kind(row)
    csm.active = row.flag(.active) ?? true
    csm.team = row.text(.team)
    csm.timeZone = row.text(.timeZone)
    csm.languages = row.list(.languages).map { $0.lowercased() }
    csm.domains = domains(row)
    csm.tiers = names(.tiers, vocabularies.tiers, row)
    csm.seniority = row.text(.seniority)
    addLimits(&csm, row)
    addDates(&csm, row)
    return csm
  }

  private func addLimits(_ csm: inout CSM, _ row: RowReader<CSMColumn>) {
    csm.capacity = row.hours(.capacity)
    csm.ftePercent = row.share(.fte, upTo: 1_000) ?? 100
    csm.maxAccounts = row.whole(.maxAccounts, 0...1_000_000)
    csm.maxStrategic = row.whole(.maxStrategic, 0...1_000_000)
    csm.maxAtRisk = row.whole(.maxAtRisk, 0...1_000_000)
    csm.maxARR = money.amount(.maxARR, in: row)
    csm.handoffsIn = row.whole(.handoffsIn, 0...100_000)
    csm.handoffsOut = row.whole(.handoffsOut, 0...100_000)
    csm.ramp = ramp(row)
  }

  private func addDates(_ csm: inout CSM, _ row: RowReader<CSMColumn>) {
    csm.startDate = row.date(.startDate)
    csm.lastDay = row.date(.lastDay)
    if let start = csm.startDate, let last = csm.lastDay, last < start {
      let advice = "Maybe the two dates are swapped."
      row.report(
        .lastDay,
        .init("The last day is before the start date \(start).", value: last.description, advice: advice))
    }
    let (start, end) = (row.date(.leaveStart), row.date(.leaveEnd))
    switch (start, end) {
    case (let start?, let end?) where start <= end: csm.leave = DateRange(start, through: end)
    case (let start?, let end?):
      let advice = "Maybe the two dates are swapped."
      row.report(
        .leaveStart, .init("The leave starts after its end \(end).", value: start.description, advice: advice)
      )
    case (nil, nil): break
    default: reportHalfLeave(row)
    }
  }

  private func reportHalfLeave(_ row: RowReader<CSMColumn>) {
    for (given, missing) in [(CSMColumn.leaveStart, CSMColumn.leaveEnd), (.leaveEnd, .leaveStart)]
    where row.cell(missing).isEmpty && !row.cell(given).isEmpty {
      let advice = "Maybe enter an estimate; a CSM who does not come back has a last_day instead."
      row.report(missing, .init("The leave has no \(missing.name).", advice: advice))
    }
  }

  private func names(_ column: CSMColumn, _ vocabulary: Vocabulary, _ row: RowReader<CSMColumn>) -> [String] {
    var result: [String] = []
    for text in row.list(column) {
      guard let name = row.canonical(column, text, in: vocabulary), !result.contains(name) else { continue }
      result.append(name)
    }
    return result
  }

  /// `kind` wins where it is given; else the older columns `pool` and `placeholder` decide.
  private func kind(_ row: RowReader<CSMColumn>) -> CSM.Kind {
    let (isPool, isOpen) = (row.flag(.pool) ?? false, row.flag(.placeholder) ?? false)
    if let kind: CSM.Kind = row.choice(.kind) { return kind }
    if isPool, isOpen {
      row.report(
        .pool, .init("A row cannot be a pool and an open position.", advice: "Maybe use the column kind."))
    }
    return isPool ? .pool : isOpen ? .open : .person
  }

  /// `healthcare:expert;retail`: a domain without a level is `working`.
  private func domains(_ row: RowReader<CSMColumn>) -> [String: CSM.ExpertiseLevel] {
    var result: [String: CSM.ExpertiseLevel] = [:]
    for item in row.list(.domains) {
      let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(CSMBuilder.trimmed)
      guard let name = row.canonical(.domains, parts[0], in: vocabularies.domains) else { continue }
      guard parts.count <= 2, let level = level(parts, row) else { continue }
      if let other = result[name], other != level {
        row.report(
          .domains, .init("The domain has two levels.", value: item, advice: "Maybe keep one of them."))
      }
      result[name] = level
    }
    return result
  }

  private func level(_ parts: [String], _ row: RowReader<CSMColumn>) -> CSM.ExpertiseLevel? {
    guard parts.count == 2 else { return .working }
    if let level = CSM.ExpertiseLevel(rawValue: parts[1].lowercased()) { return level }
    let names = CSM.ExpertiseLevel.allCases.map(\.rawValue)
    let advice = NearestName.advice(
      parts[1], among: names, else: "Maybe one of \(names.joined(separator: ", ")).")
    row.report(.domains, .init("This is no level of expertise.", value: parts[1], advice: advice))
    return nil
  }

  static func domainName(_ item: String) -> String {
    trimmed(item.split(separator: ":", omittingEmptySubsequences: false)[0])
  }

  private static func trimmed(_ text: Substring) -> String {
    String(decoding: CSVTable.trimmed(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// `25;50;75;100`, or `none`.
  private func ramp(_ row: RowReader<CSMColumn>) -> [Percent]? {
    let items = row.list(.ramp, keepingTwins: true)
    if items.isEmpty { return nil }
    if items.count == 1, ["none", "no"].contains(items[0].lowercased()) { return [] }
    let steps = items.compactMap { Int64($0.hasSuffix("%") ? String($0.dropLast()) : $0) }
    if steps.count == items.count, steps.count <= 60, steps.allSatisfy({ (0...100).contains($0) }) {
      return steps
    }
    let advice = "Maybe write percentages: 25;50;75;100, or none."
    row.report(.ramp, .init("This is not a ramp.", value: row.shown(.ramp), advice: advice))
    return nil
  }
}
