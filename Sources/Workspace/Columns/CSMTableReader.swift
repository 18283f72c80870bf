import Portfolio

/// The CSMs of `csms.csv` in file order, with what is needed to refer to them.
struct CSMTable {
  let source: MappedTable<CSMColumn>
  var csms: [CSM]
  /// Row of each CSM.
  let rows: [Int]
  let directory: CSMDirectory

  /// Lines in the order of a portfolio, which sorts by id.
  var sortedLines: [Int] {
    csms.indices.sorted { csms[$0].id < csms[$1].id }.map { source.table.line(rows[$0]) }
  }

  /// Managers need not be CSMs of the file; successors must be.
  mutating func resolveReferences() {
    for position in csms.indices {
      let row = RowReader(source: source, row: rows[position])
      csms[position].backfillCSMID = row.csm(.backfill, in: directory)
      csms[position].managerID = row.identifier(.manager).map { text in
        guard case .csm(let manager) = directory.match(text) else { return text }
        return directory.ids[manager]
      }
      if csms[position].backfillCSMID == csms[position].id {
        row.report(.backfill, .init("A CSM cannot be their own successor.", value: csms[position].id))
      }
    }
    reportManagerCycles()
  }

  private func reportManagerCycles() {
    let parents = csms.map { csm -> Int? in
      guard let manager = csm.managerID, case .csm(let position) = directory.match(manager) else {
        return nil
      }
      return position
    }
    for cycle in Cycles.find(in: parents) {
      let names = Cycles.shown(cycle.map { csms[$0].id })
      let row = RowReader(source: source, row: rows[cycle[0]])
      row.report(
        .manager,
        .init(
          "These CSMs manage each other in a circle: \(names).",
          advice: "Maybe the topmost one has no manager."))
    }
  }
}

struct CSMTableReader {
  let source: MappedTable<CSMColumn>
  let vocabularies: Vocabularies
  let money: MoneyReader

  func read() -> CSMTable {
    let builder = CSMBuilder(source: source, vocabularies: vocabularies, money: money)
    let (ids, _) = source.indexed(by: .id)
    let rows = ids.indices.filter { !ids[$0].isEmpty }
    let kept = rows.map { ids[$0] }
    let index = IdentifierIndex(ids: kept) { _, _, _ in }
    let csms = rows.map { builder.csm(row: $0, id: ids[$0]) }
    let directory = CSMDirectory(ids: kept, index: index, csms: csms, emails: csms.map(\.email))
    return CSMTable(source: source, csms: csms, rows: rows, directory: directory)
  }
}
