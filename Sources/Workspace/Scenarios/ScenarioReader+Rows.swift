import Portfolio
import Yams

/// The parts of a change that are about columns: filters, cells, growth.
extension ScenarioReader {
  /// `account: A17`, `csm: [ann, bob]`, or `where` with columns; one of them must be there.
  func filter<Column: ScenarioColumn>(_ entry: SectionReader) -> RowFilter<Column>? {
    var filter = RowFilter<Column>()
    let noun = Column.noun.lowercased()
    if let node = entry.node(noun), let names = texts(node, entry.path(of: noun)) {
      filter.conditions.append(.init(column: Column.identifier, test: .among(names)))
    }
    let section = entry.section("where")
    for (key, node) in section.keys {
      if let condition: RowFilter<Column>.Condition = condition(section, key, node) {
        filter.conditions.append(condition)
      }
    }
    if filter.conditions.isEmpty, !section.isGiven {
      let advice = "Maybe `\(noun): ID` or `where: {\(Column.lists[0].name): NAME}`."
      context.report(
        entry.whole, entry.path, .init("`\(entry.path)` does not say which \(Column.noun)s.", advice: advice)
      )
      return nil
    }
    return filter
  }

  private func condition<Column: ScenarioColumn>(
    _ section: SectionReader, _ key: String, _ keyNode: Node
  ) -> RowFilter<Column>.Condition? {
    let path = section.path(of: key)
    guard let node = section.node(key) else { return nil }
    for (suffix, isLower) in [("_below", false), ("_before", false), ("_at_least", true), ("_from", true)]
    where key.hasSuffix(suffix) {
      guard let column = Column.named(String(key.dropLast(suffix.count))) else { break }
      let isOfDate = suffix == "_before" || suffix == "_from"
      guard (isOfDate ? Column.dates : Column.amounts).contains(column) else { break }
      let text =
        isOfDate
        ? context.value(node, path, .date)?.description
        : context.value(node, path, PolicyType<DecimalNumber>.decimal("a number", upTo: 1_000_000_000_000_000))
          .map { CanonicalText.decimal($0.millionths) }
      return text.map { .init(column: column, test: isLower ? .atLeast($0) : .below($0)) }
    }
    guard let column: Column = column(key, keyNode, path, suffixes: true) else { return nil }
    guard let names = texts(node, path) else { return nil }
    return .init(column: column, test: names == ["none"] || names.isEmpty ? .empty : .among(names))
  }

  /// The columns of a section with what is to stand in them; `null` empties a cell.
  func cells<Column: ScenarioColumn>(_ section: SectionReader) -> [(column: Column, text: String)] {
    section.keys.compactMap { key, keyNode in
      let path = section.path(of: key)
      // Asked for first: what is no column is reported once.
      let node = section.node(key)
      guard let column: Column = column(key, keyNode, path, suffixes: false) else { return nil }
      guard let node else { return (column, "") }
      if case .scalar(let scalar) = node, PolicyScalar(scalar).isNull { return (column, "") }
      return texts(node, path).map { (column, $0.joined(separator: ";")) }
    }
  }

  /// `effort_hours: {factor: 1.25}` or `arr: {amount: -5000}`, of one or several columns.
  func growths<Column: ScenarioColumn>(_ node: Node, _ path: String) -> [RowChange<Column>] {
    let entry = SectionReader(node, path: path, context: context)
    guard let filter: RowFilter<Column> = filter(entry) else { return [] }
    let changes = Column.growable.compactMap { column -> RowChange<Column>? in
      let section = entry.section(column.name)
      let growth: RowChange<Column>.Growth? = growth(section)
      section.finish()
      return growth.map { RowChange(kind: .grow(filter, column, $0), place: place(node, path)) }
    }
    entry.finish()
    if changes.isEmpty {
      let advice = "Maybe `\(Column.growable[0].name): {factor: 1.2}`."
      context.report(node, path, .init("`\(path)` does not say what grows.", advice: advice))
    }
    return changes
  }

  private func growth<Column: ScenarioColumn>(_ section: SectionReader) -> RowChange<Column>.Growth? {
    if let factor = section.value("factor", PolicyType<DecimalNumber>.decimal("a factor", upTo: 1_000)) {
      return .factor(factor.millionths)
    }
    return section.value("amount", ScenarioReader.amount).map { .amount($0) }
  }

  /// A decimal number of either sign, in millionths.
  private static let amount = PolicyType<Int128>(expected: "a number such as 12.5 or -3") { scalar in
    let isNegative = scalar.text.hasPrefix("-")
    guard scalar.isPlain,
      let number = DecimalNumber(digits: Array((isNegative ? String(scalar.text.dropFirst()) : scalar.text).utf8))
    else { return nil }
    return isNegative ? -number.millionths : number.millionths
  }

  private func column<Column: ScenarioColumn>(
    _ key: String, _ node: Node, _ path: String, suffixes: Bool
  ) -> Column? {
    if let column = Column.named(key) { return column }
    let more =
      (Column.amounts.flatMap { ["\($0.name)_below", "\($0.name)_at_least"] }
        + Column.dates.flatMap { ["\($0.name)_before", "\($0.name)_from"] })
    let fallback = "Maybe one of \(Column.names.joined(separator: ", "))."
    let advice = NearestName.advice(key, among: Column.names + (suffixes ? more : []), else: fallback)
    let text = IssueCollector.Text("`\(DisplayText.shown(key))` is not a column of \(Column.file).", advice: advice)
    context.report(node, path, text)
    return nil
  }

  /// One value or a list of them, as they are written: the readers of the tables judge them.
  private func texts(_ node: Node, _ path: String) -> [String]? {
    if let scalar = node.scalar { return [scalar.string] }
    let items = node.sequence.map { Array($0) } ?? []
    let texts = items.compactMap { $0.scalar?.string }
    if node.sequence != nil, texts.count == items.count { return texts }
    context.report(node, path, .init("`\(path)` must be a value or a list of values."))
    return nil
  }
}
