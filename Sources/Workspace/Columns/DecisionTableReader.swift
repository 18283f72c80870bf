import Portfolio

/// Makes decisions from the rows of `decisions.csv`; rows that are not answered yet say nothing.
struct DecisionTableReader {
  let source: MappedTable<DecisionColumn>
  let accounts: AccountTable
  let directory: CSMDirectory

  static let dates: [DecisionColumn] = [.until, .proposedStart]

  func read() -> [Decision] {
    var lines: [String: Int] = [:]
    return (0..<source.table.rowCount).compactMap { row in
      let reader = RowReader(source: source, row: row)
      guard let decision = decision(reader) else { return nil }
      let key = "\(decision.account)\n\(decision.proposedCSM ?? "")"
      if let first = lines[key] {
        let advice = "Maybe keep one of them, or name the answered CSM in proposed_csm_id."
        reader.report(
          .account,
          .init("The decision of line \(first) is about the same move.", value: decision.account, advice: advice))
      }
      lines[key] = reader.line
      return decision
    }
  }

  private func decision(_ row: RowReader<DecisionColumn>) -> Decision? {
    let account = account(row)
    guard !row.cell(.answer).isEmpty, let answer: Decision.Answer = row.choice(.answer), let account else { return nil }
    let decision = Decision(
      account: account, answer: answer, csm: row.csm(.csm, in: directory),
      proposedCSM: row.csm(.proposedCSM, in: directory), proposedMove: row.choice(.proposedMove),
      proposedStart: row.date(.proposedStart), until: row.date(.until), by: row.text(.by), reason: row.text(.reason),
      line: row.line)
    if decision.until != nil, answer != .defer {
      let advice = "Maybe `defer` was meant, or the cell belongs to another row."
      row.report(.until, .init("Only a deferral has a day until which it lasts.", advice: advice))
    }
    return decision
  }

  /// The id as `accounts.csv` spells it.
  private func account(_ row: RowReader<DecisionColumn>) -> String? {
    guard let id = row.required(.account) else { return nil }
    // Ids that a spreadsheet might take for a formula are written with an apostrophe before them.
    let written = id.hasPrefix("'") ? String(id.dropFirst()) : id
    if let position = accounts.position(id) ?? accounts.position(written) { return accounts.accounts[position].id }
    let advice = NearestName.advice(
      id, among: accounts.accounts.lazy.map(\.id), else: "Maybe the account has been renamed or has left.")
    row.report(.account, .init("This account is not in accounts.csv.", value: id, advice: advice))
    return nil
  }
}
