import Portfolio
import Yams

/// Reads one mapping of the policy key by key. What is not asked for by the end is an unknown key.
final class SectionReader {
  let path: String
  let context: PolicyContext
  private let node: Node?
  private var pairs: [String: Node] = [:]
  private var order: [(key: String, node: Node)] = []
  private var known: [String] = []

  /// - Parameter node: `nil` for a section that is not given.
  init(_ node: Node?, path: String, context: PolicyContext) {
    self.node = node
    self.path = path
    self.context = context
    guard let node else { return }
    if case .scalar(let content) = node, PolicyScalar(content).isAbsent { return }
    guard let mapping = node.mapping else {
      context.report(
        node, path, .init("`\(path)` must be a section with keys.", advice: "Maybe the indentation is wrong.")
      )
      return
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        context.report(key, path, .init("A key must be a word."))
        continue
      }
      pairs[name] = value
      order.append((name, key))
    }
  }

  /// The section as a whole, for messages.
  var whole: Node? { node }
  var keys: [(key: String, node: Node)] { order }
  var isGiven: Bool { !order.isEmpty }

  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The node of a key; `nil` when it is not given or nothing stands behind its colon.
  func node(_ key: String) -> Node? {
    known.append(key)
    guard let node = pairs[key] else { return nil }
    if case .scalar(let content) = node, PolicyScalar(content).isAbsent { return nil }
    return node
  }

  func section(_ key: String) -> SectionReader {
    SectionReader(node(key), path: path(of: key), context: context)
  }

  func value<Value>(_ key: String, _ type: PolicyType<Value>) -> Value? {
    node(key).flatMap { context.value($0, path(of: key), type) }
  }

  func read<Value>(_ key: String, _ type: PolicyType<Value>, into target: inout Value) {
    if let value = value(key, type) { target = value }
  }

  /// `null` means "no limit".
  func read<Value>(_ key: String, _ type: PolicyType<Value>, into target: inout Value?) {
    guard let node = node(key) else { return }
    if case .scalar(let content) = node, PolicyScalar(content).isNull {
      target = nil
    } else if let value = context.value(node, path(of: key), type) {
      target = value
    }
  }

  /// The items of a list with their paths; `nil` when it is not given.
  func items(_ key: String) -> [(node: Node, path: String)]? {
    guard let node = node(key) else { return nil }
    guard let sequence = node.sequence else {
      let advice = "Maybe put it in brackets: [a, b]."
      context.report(node, path(of: key), .init("`\(path(of: key))` must be a list.", advice: advice))
      return nil
    }
    return sequence.enumerated().map { ($0.element, "\(path(of: key))[\($0.offset)]") }
  }

  func list<Value>(_ key: String, _ type: PolicyType<Value>) -> [Value]? {
    items(key)?.compactMap { context.value($0.node, $0.path, type) }
  }

  /// A list of names that are checked against the tables later.
  func names(_ key: String, _ kind: PolicyContext.ReferenceKind) -> [String]? {
    items(key)?.compactMap { item in
      guard let name = context.value(item.node, item.path, .text) else { return nil }
      context.refer(kind, name, item.node, item.path)
      return name
    }
  }

  func name(_ key: String, _ kind: PolicyContext.ReferenceKind) -> String? {
    guard let node = node(key), let name = context.value(node, path(of: key), .text) else { return nil }
    context.refer(kind, name, node, path(of: key))
    return name
  }

  /// A key that must be there.
  func required<Value>(_ key: String, _ value: Value?) -> Value? {
    if value == nil, pairs[key] == nil {
      context.report(node, path(of: key), .init("`\(path(of: key))` is missing."))
    }
    return value
  }

  /// One value for every tier, or a table with tiers and `default`; tiers not named keep what they have.
  func perTier<Value: Sendable & Hashable>(
    _ key: String, _ type: PolicyType<Value>, into target: inout PerTier<Value>
  ) {
    guard let node = node(key) else { return }
    guard node.mapping != nil else {
      if let value = context.value(node, path(of: key), type) { target = PerTier(value) }
      return
    }
    let table = SectionReader(node, path: path(of: key), context: context)
    for (tier, keyNode) in table.keys {
      guard let value = table.value(tier, type) else { continue }
      if tier == "default" {
        target.default = value
      } else {
        context.checkKey(tier, keyNode, table.path(of: tier))
        target[context.tierAliases[TierName.folded(tier)] ?? tier] = value
        context.refer(.tier, tier, keyNode, table.path(of: tier))
      }
    }
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    let asked = Set(known)
    for (key, node) in order where !asked.contains(key) {
      let place = path.isEmpty ? "a \(context.noun)" : "`\(path)`"
      let fallback = "Maybe one of \(Set(known).sorted().joined(separator: ", "))."
      let advice = NearestName.of(key, among: known).map { "Did you mean `\($0)`?" } ?? fallback
      context.report(
        node, path(of: key), .init("`\(DisplayText.shown(key))` is not a key of \(place).", advice: advice))
    }
  }
}
