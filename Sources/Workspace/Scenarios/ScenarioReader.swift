import Portfolio
import Yams

/// Reads one file of a scenario.
///
/// Keys: `name`, `why`, `base`; `csms` and `accounts` with lists `add`, `remove`, `change`, `grow` (and `leave` for
/// CSMs); `policy` with keys or dotted paths of `ballast.yaml`; `pins`, `forbidden` and `locks` with further items for
/// those lists of the policy.
struct ScenarioReader {
  let context: PolicyContext

  func read(_ root: Node) -> ScenarioLayer {
    let top = SectionReader(root, path: "", context: context)
    let name = top.required("name", top.value("name", .text))
    var layer = ScenarioLayer(
      file: context.file, name: name ?? context.file, why: top.value("why", .text), base: top.value("base", .text),
      policy: PolicyLayer(file: context.file))
    readCSMs(top.section("csms"), &layer)
    layer.accounts = changes(top.section("accounts"), isClosed: true)
    readPolicy(top, &layer)
    top.finish()
    return layer
  }

  private func readCSMs(_ section: SectionReader, _ layer: inout ScenarioLayer) {
    layer.csms = (section.items("leave") ?? []).compactMap { leave($0.node, $0.path) }
    layer.csms += departures(section)
    layer.csms += changes(section, isClosed: false)
    section.finish()
  }

  private func readPolicy(_ top: SectionReader, _ layer: inout ScenarioLayer) {
    if let node = top.node("policy") {
      if node.mapping == nil {
        context.report(
          node, "policy", .init("`policy` must be a section with keys.", advice: "Maybe `policy: {a.b: 1}`."))
      } else {
        layer.policy.replacements = node
        layer.policyWords = PolicyWords(node).sentences
      }
    }
    for (key, path) in [("pins", "eligibility.pins"), ("forbidden", "eligibility.forbidden"), ("locks", "locks")] {
      let items = top.items(key)?.map(\.node) ?? []
      guard !items.isEmpty else { continue }
      layer.policy.additions.append((path, items))
      layer.policyWords.append(contentsOf: items.map { "\(path) gets \(PolicyWords.shown($0))." })
    }
  }

  private func changes<Column: ScenarioColumn>(
    _ section: SectionReader, isClosed: Bool
  ) -> [RowChange<Column>] {
    var result: [RowChange<Column>] = []
    for item in section.items("add") ?? [] {
      guard let row = newRow(Column.self, item.node, item.path) else { continue }
      result.append(RowChange(kind: .add(row), place: place(item.node, item.path)))
    }
    if isClosed {
      for item in section.items("remove") ?? [] {
        let entry = SectionReader(item.node, path: item.path, context: context)
        if let filter: RowFilter<Column> = filter(entry) {
          result.append(RowChange(kind: .remove(filter), place: place(item.node, item.path)))
        }
        entry.finish()
      }
    }
    result += (section.items("change") ?? []).compactMap { change($0.node, $0.path) }
    for item in section.items("grow") ?? [] { result += growths(item.node, item.path) }
    if isClosed { section.finish() }
    return result
  }

  private func newRow<Column: ScenarioColumn>(_: Column.Type, _ node: Node, _ path: String) -> [String]? {
    let entry = SectionReader(node, path: path, context: context)
    var row = CanonicalRows<Column>.emptyRow
    for (column, text) in cells(entry) as [(column: Column, text: String)] { row[column] = text }
    entry.finish()
    if row[Column.identifier].isEmpty {
      context.report(node, path, .init("`\(path)` has no \(Column.identifier.name)."))
      return nil
    }
    return row
  }

  private func change<Column: ScenarioColumn>(_ node: Node, _ path: String) -> RowChange<Column>? {
    let entry = SectionReader(node, path: path, context: context)
    defer { entry.finish() }
    let filter: RowFilter<Column>? = filter(entry)
    let section = entry.section("set")
    let cells: [(column: Column, text: String)] = cells(section)
    section.finish()
    guard section.isGiven else {
      context.report(
        node, path, .init("`\(path)` has no `set`.", advice: "Maybe `set: {\(Column.growable[0].name): 12}`."))
      return nil
    }
    return filter.map { RowChange(kind: .set($0, cells, words: nil), place: place(node, path)) }
  }

  /// A CSM who leaves on a day has a last day; without a day they are gone already, and their accounts are orphans.
  private func departures(_ section: SectionReader) -> [RowChange<CSMColumn>] {
    (section.items("remove") ?? []).compactMap { item in
      let entry = SectionReader(item.node, path: item.path, context: context)
      defer { entry.finish() }
      let day = entry.value("on", .date)
      guard let filter: RowFilter<CSMColumn> = filter(entry) else { return nil }
      let cells: [(column: CSMColumn, text: String)] = day.map { [(.lastDay, $0.description)] } ?? [(.active, "no")]
      let words = day.map { "leaves; last day \($0)" } ?? "is gone already; what they hold has no CSM"
      return RowChange(kind: .set(filter, cells, words: words), place: place(item.node, item.path))
    }
  }

  private func leave(_ node: Node, _ path: String) -> RowChange<CSMColumn>? {
    let entry = SectionReader(node, path: path, context: context)
    defer { entry.finish() }
    let start = entry.required("from", entry.value("from", .date))
    let end = entry.required("until", entry.value("until", .date))
    guard let filter: RowFilter<CSMColumn> = filter(entry), let start, let end else { return nil }
    let cells: [(column: CSMColumn, text: String)] = [
      (.leaveStart, start.description), (.leaveEnd, end.description),
    ]
    return RowChange(
      kind: .set(filter, cells, words: "is on leave from \(start) until \(end)"), place: place(node, path))
  }

  func place(_ node: Node, _ path: String) -> ScenarioPlace {
    ScenarioPlace(file: context.file, line: node.mark?.line, path: path)
  }
}
