import Portfolio

/// The accounts of `accounts.csv`, sorted by id.
struct AccountTable {
  var accounts: [Account]
  var lines: [Int]
  /// Row of each account.
  let rows: [Int]
  private let index: IdentifierIndex
  private let positionOfRow: [Int32]

  init(accounts: [Account], lines: [Int], rows: [Int], rowCount: Int, index: IdentifierIndex) {
    self.accounts = accounts
    self.lines = lines
    self.rows = rows
    self.index = index
    var positions = [Int32](repeating: -1, count: rowCount)
    for (position, row) in rows.enumerated() { positions[row] = Int32(position) }
    positionOfRow = positions
  }

  /// The position of the account that an id means.
  func position(_ id: String) -> Int? {
    guard let row = index[id], positionOfRow[row] >= 0 else { return nil }
    return Int(positionOfRow[row])
  }
}

struct AccountTableReader {
  let builder: AccountBuilder

  /// Rows are put in order before accounts are made of them: moving a million accounts afterwards would need the
  /// memory of another million.
  func read(progress: (ReadingProgress) -> Void) -> AccountTable {
    let table = builder.source.table
    let (ids, index) = builder.source.indexed(by: .id)
    let rows = ids.indices.filter { !ids[$0].isEmpty }.sorted { (ids[$0], $0) < (ids[$1], $1) }
    var accounts: [Account] = []
    accounts.reserveCapacity(rows.count)
    for row in rows {
      if accounts.count.isMultiple(of: 50_000) { progress(step(accounts.count, rows.count)) }
      accounts.append(builder.account(row: row, id: ids[row]))
    }
    return AccountTable(
      accounts: accounts, lines: rows.map(table.line), rows: rows, rowCount: table.rowCount, index: index)
  }

  private func step(_ count: Int, _ total: Int) -> ReadingProgress {
    ReadingProgress(file: builder.source.file, rows: count, totalRows: total)
  }
}
