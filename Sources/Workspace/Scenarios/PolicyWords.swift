import Yams

/// What a scenario says about the policy, as sentences: `capacity.target_percent becomes 85.`
struct PolicyWords {
  private(set) var sentences: [String] = []

  init(_ node: Node) { add(node, path: "") }

  private mutating func add(_ node: Node, path: String) {
    guard let pairs = node.mapping, !pairs.isEmpty else {
      sentences.append("\(path) becomes \(PolicyWords.shown(node)).")
      return
    }
    for (key, value) in pairs {
      let name = key.scalar?.string ?? "?"
      add(value, path: path.isEmpty ? name : "\(path).\(name)")
    }
  }

  static func shown(_ node: Node) -> String { DisplayText.shown(text(node), limit: 120) }

  private static func text(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : scalar.string
    case .sequence(let items): "[" + items.map(text).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key.scalar?.string ?? "?"): \(text($0.value))" }.joined(separator: ", ") + "}"
    case .alias: "?"
    }
  }
}
