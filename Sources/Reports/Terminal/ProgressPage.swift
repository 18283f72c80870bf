public import PlanDocument

/// What a running search writes for those who wait. On a terminal one line that is rewritten; when it takes longer,
/// or a log is asked for, a table with rows that come ever more slowly, and under it the line. Without a terminal the
/// rows alone, and those only for a log.
public struct ProgressPage: Sendable {
  /// After so many seconds a search counts as long.
  private static let longSearch = 10.0
  private static let secondsBetweenLines = 0.25
  private static let erasure = "\r\u{1B}[2K"

  private let isLive: Bool
  private let isLog: Bool
  private let columns: ProgressColumns
  /// Rows not printed yet: the table, should it come, begins with the beginning.
  private var rows: [String] = []
  private var isTable = false
  private var hasLine = false
  private var hasPlan = false
  private var nextRow = 0.0
  private var nextLine = 0.0

  public init(isLive: Bool, isLog: Bool, width: Int) {
    self.isLive = isLive
    self.isLog = isLog
    columns = ProgressColumns(width: isLive ? width - 1 : ProgressColumns.fullWidth)
  }

  /// What to write now that the search has come so far; often nothing.
  public mutating func text(for moment: SearchMoment, _ counts: SearchCounts) -> String {
    guard isLive || isLog else { return "" }
    let isEnd = moment.phase == .finished
    collectRow(moment, counts, isEnd: isEnd)
    let table = table(at: moment.seconds)
    let isLineDue = isLive && !isEnd && moment.seconds >= nextLine && table.isEmpty
    guard isLineDue || !table.isEmpty || isEnd else { return "" }
    let text = erased() + table
    guard isLineDue else { return isEnd && isTable && isLive ? text + "\n" : text }
    nextLine = moment.seconds + Self.secondsBetweenLines
    hasLine = true
    return text + (isTable ? columns.row(moment, counts) : columns.line(moment))
  }

  /// Takes the line away that would be rewritten; to be called however the search ended.
  public mutating func end() -> String { erased() }

  /// The first plan, then every second, then less and less often.
  private mutating func collectRow(_ moment: SearchMoment, _ counts: SearchCounts, isEnd: Bool) {
    let isFirstPlan = !hasPlan && moment.objective != nil
    guard isFirstPlan || isEnd || moment.seconds >= nextRow && hasPlan else { return }
    hasPlan = true
    rows.append(columns.row(moment, counts) + "\n")
    nextRow = moment.seconds + min(60, max(1, moment.seconds / 8))
  }

  private mutating func table(at seconds: Double) -> String {
    var text = ""
    if !isTable, isLog || seconds >= Self.longSearch {
      isTable = true
      text = columns.heading
    }
    guard isTable else { return "" }
    text += rows.joined()
    rows = []
    return text
  }

  private mutating func erased() -> String {
    defer { hasLine = false }
    return hasLine ? Self.erasure : ""
  }
}
