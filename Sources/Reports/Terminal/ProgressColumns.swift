import PlanDocument

/// One moment of a search as a row of a table or as a line. What is certified comes before what is claimed; on a
/// narrow terminal columns are left out from the right.
struct ProgressColumns: Sendable {
  private static let layout: [(title: String, width: Int)] = [
    ("Time", 9), ("Doing", 14), ("Plan", 10), ("Bound", 11), ("Gap", 9), ("Claimed", 9), ("Blocks", 8), ("Moves", 8),
    ("Nodes", 8),
  ]
  static let fullWidth = layout.reduce(0) { $0 + $1.width }

  private let width: Int
  /// How many columns there is room for.
  private let count: Int

  init(width: Int) {
    self.width = width
    var (count, left) = (0, width)
    for column in Self.layout {
      left -= column.width
      if left < 0 { break }
      count += 1
    }
    self.count = count
  }

  /// What the columns mean and what they are called.
  var heading: String {
    let legend = "Plan and certified bound in hours; the certified gap, then the solver's claim."
    let lines = TerminalColumns.wrapped(legend, max(20, width), indent: "", lines: 3)
    return (lines + [cells(Self.layout.map(\.title))]).map { $0 + "\n" }.joined()
  }

  func row(_ moment: SearchMoment, _ counts: SearchCounts) -> String {
    cells([
      NumberText.seconds(moment.seconds), Self.words(moment.phase), Self.hours(moment.objective),
      Self.hours(moment.certifiedBound), Self.gap(moment.certifiedGap), Self.gap(moment.gap),
      NumberText.short(counts.blocks), NumberText.short(counts.moves), NumberText.short(counts.nodes),
    ])
  }

  func line(_ moment: SearchMoment) -> String {
    let plan = moment.objective.map { "plan \(NumberText.hours($0))" } ?? "no plan yet"
    let gap = moment.certifiedGap.map { "certified gap \(NumberText.gap($0))" }
    let claim = moment.gap == moment.certifiedGap ? nil : moment.gap.map { "claimed \(NumberText.gap($0))" }
    let proof = [gap, claim].compactMap { $0 }.joined(separator: ", ")
    let parts = [NumberText.seconds(moment.seconds), Self.words(moment.phase), plan, proof]
    return TerminalColumns.shortened(parts.filter { !$0.isEmpty }.joined(separator: "  "), max(20, width))
  }

  /// What a person who waits reads.
  static func words(_ phase: SearchPhase) -> String {
    switch phase {
    case .construction: "first plan"
    case .relaxation: "bound"
    case .localSearch, .neighbourhoods: "better plans"
    case .branchAndBound: "proof"
    case .finished: "done"
    }
  }

  private func cells(_ texts: [String]) -> String {
    let cells = zip(texts, Self.layout).prefix(count).enumerated().map { index, cell in
      let space = String(repeating: " ", count: max(0, cell.1.width - cell.0.count - (index == 1 ? 2 : 0)))
      return index == 1 ? "  " + cell.0 + space : space + cell.0
    }
    return cells.joined()
  }

  private static func hours(_ value: PointsValue?) -> String {
    value.map { String(NumberText.hours($0).dropLast(2)) } ?? "-"
  }

  private static func gap(_ gap: Double?) -> String {
    guard let gap else { return "-" }
    return gap < 10 ? NumberText.gap(gap) : "> 999 %"
  }
}
