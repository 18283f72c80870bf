/// What a what-if is called, why it is asked, and what it changes, in words: for people who read the answer.
public struct ScenarioFacts: Sendable, Hashable {
  public var name: String
  public var why: String?
  /// The files it was read from as they were named, the one underneath first.
  public var files: [String]
  /// One sentence per change, in the order in which they are made.
  public var changes: [String]
}
