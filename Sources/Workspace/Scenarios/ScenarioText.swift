import Portfolio
import Yams

/// A scenario as it is written, with the name it has in messages.
public struct ScenarioText: Sendable, Hashable, Codable {
  public var file: String
  public var text: String

  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }

  /// The same changes lying on another scenario, or on none. `nil` where the text is not a scenario.
  public func lying(on base: String?) -> String? {
    let file = YAMLFile(file: file, issues: IssueCollector(), noun: "scenario")
    guard let pairs = file.root(Array(text.utf8))?.mapping else { return nil }
    let kept = pairs.compactMap { key, node in key.scalar.map { (key: $0.string, node: node) } }
      .filter { $0.key != "base" }
    let lower = base.map { [(key: "base", node: Node.scalar(Node.Scalar($0, .implicit, .doubleQuoted)))] } ?? []
    return (kept + lower).map { "\($0.key): \(FlowText.of($0.node))\n" }.joined()
  }
}

/// Where a scenario that is laid over a workspace comes from.
enum ScenarioSource {
  /// With everything it lies on.
  case file(String)
  /// On its own: whatever it lies on is a source before it.
  case text(ScenarioText)
  /// Part of another file, which messages name.
  case node(Node, file: String)
}
