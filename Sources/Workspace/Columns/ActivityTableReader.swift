import Portfolio

/// Makes activities from the rows of `activity.csv`. Customers who have left stay in such logs for years: rows about
/// accounts that are not in accounts.csv are left out, and counted in a warning.
struct ActivityTableReader {
  let source: MappedTable<ActivityColumn>
  let accounts: AccountTable
  let directory: CSMDirectory
  let asOf: CalendarDate

  static let dates: [ActivityColumn] = [.date]
  static let numbers: [ActivityColumn] = [.minutes]

  func read() -> [Activity] {
    var activities: [Activity] = []
    activities.reserveCapacity(source.table.rowCount)
    for row in 0..<source.table.rowCount {
      if let activity = activity(RowReader(source: source, row: row)) { activities.append(activity) }
    }
    return activities
  }

  private func activity(_ row: RowReader<ActivityColumn>) -> Activity? {
    let id = row.required(.account)
    let date = date(row)
    let minutes = minutes(row)
    let csm = csm(row)
    guard let id, let account = account(id, row), let date, let minutes else { return nil }
    return Activity(date: date, accountID: account, csmID: csm, minutes: Minutes(minutes), kind: row.text(.kind))
  }

  private func account(_ id: String, _ row: RowReader<ActivityColumn>) -> String? {
    if let position = accounts.position(id) { return accounts.accounts[position].id }
    let advice = NearestName.advice(
      id, among: accounts.accounts.lazy.map(\.id), else: "Maybe the account has left: the row is not counted.")
    row.report(.account, as: .warning, .init("This account is not in accounts.csv.", value: id, advice: advice))
    return nil
  }

  private func date(_ row: RowReader<ActivityColumn>) -> CalendarDate? {
    if row.cell(.date).isEmpty {
      row.report(.date, .init("The cell is empty, but date is required.", advice: "Maybe leave the row out."))
      return nil
    }
    guard let date = row.date(.date) else { return nil }
    if date <= asOf { return date }
    let advice = "Maybe a planned meeting: what has not happened is not counted."
    row.report(
      .date, as: .warning,
      .init("The day lies after \(asOf), from which the review looks back.", value: row.shown(.date), advice: advice))
    return nil
  }

  /// A day has no more.
  private func minutes(_ row: RowReader<ActivityColumn>) -> Int64? {
    let expected = "a number of minutes from 0 to 1440"
    if row.cell(.minutes).isEmpty {
      row.report(.minutes, .init("The cell is empty, but minutes is required.", advice: "Maybe leave the row out."))
      return nil
    }
    guard let number = row.number(.minutes, expected) else { return nil }
    if let value = number.rounded(), value <= 1_440 { return value }
    row.report(
      .minutes,
      .init("This is not \(expected).", value: row.shown(.minutes), advice: "Maybe seconds, or a sum of several days."))
    return nil
  }

  /// Somebody who has left does not make the time less given.
  private func csm(_ row: RowReader<ActivityColumn>) -> String? {
    row.cell(.csm).isEmpty ? nil : row.csm(.csm, in: directory, unknownIsError: false)
  }
}
