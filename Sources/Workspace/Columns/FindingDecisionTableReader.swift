import Portfolio

/// Makes decisions about findings from the rows of `finding-decisions.csv`; rows that are not decided yet say nothing.
struct FindingDecisionTableReader {
  let source: MappedTable<FindingDecisionColumn>

  static let dates: [FindingDecisionColumn] = [.until]
  private static let digits = 15

  func read() -> [FindingDecision] {
    var lines: [String: Int] = [:]
    return (0..<source.table.rowCount).compactMap { row in
      let reader = RowReader(source: source, row: row)
      guard let decision = decision(reader) else { return nil }
      if let first = lines[decision.finding] {
        let advice = "Maybe keep the later one."
        reader.report(
          .finding, .init("Line \(first) decides about the same finding.", value: decision.finding, advice: advice))
      }
      lines[decision.finding] = reader.line
      return decision
    }
  }

  private func decision(_ row: RowReader<FindingDecisionColumn>) -> FindingDecision? {
    let finding = finding(row)
    guard !row.cell(.answer).isEmpty, let answer: FindingDecision.Answer = row.choice(.answer), let finding else {
      return nil
    }
    let until = row.date(.until)
    if answer == .snooze, row.cell(.until).isEmpty {
      row.report(.until, .init("A snooze needs a day on which the finding comes back.", advice: "Maybe YYYY-MM-DD."))
    }
    if answer != .snooze, until != nil {
      let advice = "Maybe `snooze` was meant, or the cell belongs to another row."
      row.report(.until, .init("Only a snooze has a day until which it lasts.", advice: advice))
    }
    return FindingDecision(
      finding: finding, answer: answer, until: until, by: row.text(.by), note: row.text(.note))
  }

  private func finding(_ row: RowReader<FindingDecisionColumn>) -> String? {
    guard let id = row.required(.finding)?.lowercased() else { return nil }
    let isID =
      id.utf8.count == Self.digits && id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if isID { return id }
    let advice =
      "Maybe copy it from `id` in review.json, or from the lists; a spreadsheet may have turned it into a number."
    row.report(.finding, .init("This is not the id of a finding: 15 hexadecimal digits.", value: id, advice: advice))
    return nil
  }
}
