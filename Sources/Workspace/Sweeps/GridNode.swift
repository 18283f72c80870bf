import Yams

/// Nodes that stand for values of a grid and keep their lines.
enum GridNode {
  static func mapping(_ pairs: [(key: String, node: Node)], _ mark: Mark?) -> Node {
    let nodes = pairs.map { pair in
      (Node.scalar(Node.Scalar(pair.key, .implicit, .any, pair.node.mark ?? mark)), pair.node)
    }
    return .mapping(Node.Mapping(nodes, .implicit, .any, mark))
  }

  static func list(_ node: Node) -> Node { .sequence(Node.Sequence([node], .implicit, .any, node.mark)) }
}

/// A node as text on one line that is JSON and YAML at once.
enum FlowText {
  static func of(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): text(scalar)
    case .sequence(let items): "[" + items.map(of).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\(quoted($0.key.scalar?.string ?? "")): \(of($0.value))" }.joined(separator: ", ") + "}"
    case .alias: "null"
    }
  }

  /// Numbers and words that JSON knows stay plain, as the readers of the policy want them; all else is text to them.
  private static func text(_ node: Node.Scalar) -> String {
    let scalar = PolicyScalar(node)
    if scalar.isNull || scalar.isAbsent { return "null" }
    let isPlain = scalar.isPlain && (["true", "false"].contains(scalar.text) || isNumber(scalar.text))
    return isPlain ? scalar.text : quoted(scalar.text)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0..<0x20, 0x7F..<0xA1, 0x2028, 0x2029, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
