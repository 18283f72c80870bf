import Yams

/// A scenario as it is written, with the name it has in messages.
public struct ScenarioText: Sendable, Hashable, Codable {
  public var file: String
  public var text: String

  public init(file: String, text: String) {
    self.file = file
    self.text = text
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
