import Portfolio
import Yams

/// Reads one axis of a grid. Each of its values is written as the scenario that it stands for, so that it is read and
/// checked as scenarios are.
struct GridAxisReader {
  private typealias Items = [(node: Node, path: String)]

  let file: GridFile
  private var context: PolicyContext { file.context }

  init(file: GridFile) { self.file = file }

  private static let kinds = ["policy", "scenarios", "remove", "leave", "grow", "seeds"]

  func axis(_ node: Node, _ path: String) -> GridAxis? {
    let entry = SectionReader(node, path: path, context: context)
    guard entry.isGiven else { return nil }
    let name = entry.required("name", entry.value("name", .text))
    let kinds = GridAxisReader.kinds.filter { kind in entry.keys.contains { $0.key == kind } }
    guard kinds.count == 1 else {
      let text =
        kinds.isEmpty
        ? "`\(path)` does not say what varies." : "`\(path)` varies several things: \(kinds.joined(separator: ", "))."
      let advice = kinds.isEmpty ? "Maybe one of \(GridAxisReader.kinds.joined(separator: ", "))." : "Maybe two axes."
      context.report(node, path, .init(text, advice: advice))
      return nil
    }
    let (subject, values) = read(kinds[0], entry)
    entry.finish()
    checkTwins(values)
    return name.map { GridAxis(name: $0, subject: subject, place: file.place(node, path), values: values) }
  }

  /// What the axis varies, in words that tell it from others, and its values.
  private func read(_ kind: String, _ entry: SectionReader) -> (subject: String, values: [GridAxis.Value]) {
    switch kind {
    case "policy":
      let path = entry.value("policy", .text) ?? ""
      return (path, list("values", entry).map { value($0, policy(path, $0.node)) })
    case "scenarios": return ("scenarios of \(entry.path)", list("scenarios", entry).compactMap(scenario))
    case "remove": return ("who leaves of \(shown("remove", entry))", departures(entry))
    case "leave": return ("who is on leave of \(shown("leave", entry))", leaves(entry))
    case "grow": return growths(entry)
    default: return ("seeds", list("seeds", entry).compactMap(seed))
    }
  }

  private func shown(_ key: String, _ entry: SectionReader) -> String { entry.node(key).map(FlowText.of) ?? "" }

  private func value(_ item: (node: Node, path: String), _ change: Node?) -> GridAxis.Value {
    let label = GridAxisReader.label(item.node)
    let effect = change.map { GridAxis.Value.Effect.source(.node($0, file: context.file)) } ?? .nothing
    return GridAxis.Value(label: label, effect: effect, place: file.place(item.node, item.path))
  }

  private func policy(_ path: String, _ node: Node) -> Node {
    scenario(node, [("policy", GridNode.mapping([(path, node)], node.mark))])
  }

  /// A scenario of its own, called after the value.
  private func scenario(_ node: Node, _ parts: [(key: String, node: Node)]) -> Node {
    let name = Node.scalar(Node.Scalar(GridAxisReader.label(node), .implicit, .doubleQuoted, node.mark))
    return GridNode.mapping([("name", name)] + parts, node.mark)
  }

  private func scenario(_ item: (node: Node, path: String)) -> GridAxis.Value? {
    guard let name = context.value(item.node, item.path, .text) else { return nil }
    let effect: GridAxis.Value.Effect = name == "none" ? .nothing : .source(.file(file.beside(name)))
    return GridAxis.Value(label: name, effect: effect, place: file.place(item.node, item.path))
  }

  private func seed(_ item: (node: Node, path: String)) -> GridAxis.Value? {
    context.value(item.node, item.path, .whole(0...(.max))).map {
      GridAxis.Value(label: String($0), effect: .seed(UInt64($0)), place: file.place(item.node, item.path))
    }
  }

  private func departures(_ entry: SectionReader) -> [GridAxis.Value] {
    let day = entry.node("on").map { [("on", $0)] } ?? []
    return list("remove", entry).map { item in
      people(item, "remove", with: day)
    }
  }

  private func leaves(_ entry: SectionReader) -> [GridAxis.Value] {
    let from = entry.required("from", entry.node("from")).map { [("from", $0)] } ?? []
    let until = entry.required("until", entry.node("until")).map { [("until", $0)] } ?? []
    return list("leave", entry).map { item in people(item, "leave", with: from + until) }
  }

  private func people(
    _ item: (node: Node, path: String), _ list: String, with keys: [(key: String, node: Node)]
  ) -> GridAxis.Value {
    guard item.node.scalar?.string != "none" else { return value(item, nil) }
    let entry = GridNode.mapping([("csm", item.node)] + keys, item.node.mark)
    let part = GridNode.mapping([(list, GridNode.list(entry))], item.node.mark)
    return value(item, scenario(item.node, [("csms", part)]))
  }

  private func growths(_ entry: SectionReader) -> (subject: String, values: [GridAxis.Value]) {
    let column = entry.value("grow", .text) ?? ""
    let table = CSMColumn.growable.contains { $0.name == column } ? "csms" : "accounts"
    let known = (AccountColumn.growable.map(\.name) + CSMColumn.growable.map(\.name))
    if !known.contains(column), let node = entry.node("grow") {
      let advice = NearestName.advice(column, among: known, else: "Maybe one of \(known.joined(separator: ", ")).")
      context.report(node, entry.path(of: "grow"), .init("`\(DisplayText.shown(column))` cannot grow.", advice: advice))
    }
    let who = ["where", "account", "csm"].compactMap { key in entry.node(key).map { (key: key, node: $0) } }
    if who.isEmpty {
      context.report(
        entry.whole, entry.path,
        .init("`\(entry.path)` does not say whose \(column) grows.", advice: "Maybe `where: { tier: NAME }`."))
    }
    let subject = "\(column) of \(who.map { FlowText.of($0.node) }.joined(separator: ", "))"
    guard known.contains(column), !who.isEmpty else {
      _ = list("factors", entry)
      return (subject, [])
    }
    let values = list("factors", entry).map { item in
      let factor = GridNode.mapping([("factor", item.node)], item.node.mark)
      let growth = GridNode.mapping(who + [(column, factor)], item.node.mark)
      let part = GridNode.mapping([("grow", GridNode.list(growth))], item.node.mark)
      return value(item, scenario(item.node, [(table, part)]))
    }
    return (subject, values)
  }

  /// A list, or a range of numbers `{ from: 70, to: 95, step: 5 }`.
  private func list(_ key: String, _ entry: SectionReader) -> Items {
    let path = entry.path(of: key)
    guard let node = entry.node(key) else {
      _ = entry.required(key, nil as Node?)
      return []
    }
    let items: Items
    if node.mapping != nil {
      items = range(node, path)
    } else if let sequence = node.sequence {
      items = sequence.enumerated().map { ($0.element, "\(path)[\($0.offset)]") }
    } else {
      let advice = "Maybe put it in brackets, or `{ from: 70, to: 95, step: 5 }`."
      context.report(node, path, .init("`\(path)` must be a list or a range.", advice: advice))
      return []
    }
    if items.isEmpty, node.sequence != nil { context.report(node, path, .init("`\(path)` is empty.")) }
    return items
  }

  private static let mostValues: Int128 = 10_000

  private func range(_ node: Node, _ path: String) -> Items {
    let section = SectionReader(node, path: path, context: context)
    let number = PolicyType<DecimalNumber>.decimal("a number", upTo: 1_000_000_000_000)
    let from = section.required("from", section.value("from", number))?.millionths
    let to = section.required("to", section.value("to", number))?.millionths
    let step = section.required("step", section.value("step", number))?.millionths
    section.finish()
    guard let from, let to, let step else { return [] }
    guard step > 0, from <= to, (to - from) / step < GridAxisReader.mostValues else {
      let text = "`\(path)` must rise from `from` to `to` in at most \(GridAxisReader.mostValues) steps above 0."
      context.report(node, path, .init(text))
      return []
    }
    return stride(from: from, through: to, by: Int128.Stride(step)).map {
      (Node.scalar(Node.Scalar(CanonicalText.decimal($0), .implicit, .plain, node.mark)), path)
    }
  }

  private func checkTwins(_ values: [GridAxis.Value]) {
    var known: Set<String> = []
    for value in values where !known.insert(value.label).inserted {
      file.report(value.place, .init("This value is in the list twice.", value: value.label))
    }
  }

  /// A value as it stands in the grid; several people as `ann + ben`.
  static func label(_ node: Node) -> String {
    if let items = node.sequence { return items.map(label).joined(separator: " + ") }
    return node.scalar?.string ?? FlowText.of(node)
  }
}
