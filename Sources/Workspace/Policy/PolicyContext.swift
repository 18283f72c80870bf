import Portfolio
import Yams

/// What the sections of a policy share while they are read.
final class PolicyContext {
  enum ReferenceKind: Hashable { case region, tier, domain, csm, account }

  /// A name that can only be checked once the tables are read.
  struct Reference {
    var kind: ReferenceKind
    var text: String
    var path: String
    var file: String
    var line: Int?
  }

  let file: String
  let issues: IssueCollector
  /// What the file is called in messages: "policy".
  let noun: String
  /// Which file said what, where scenarios lie over the policy.
  private let origins: PolicyOrigins
  private(set) var references: [Reference] = []
  /// Canonical tier by folded alias: tables per tier may use either.
  var tierAliases: [String: String] = [:]

  init(file: String, issues: IssueCollector, noun: String = "policy", origins: PolicyOrigins = PolicyOrigins()) {
    self.file = file
    self.issues = issues
    self.noun = noun
    self.origins = origins
  }

  func report(_ node: Node?, _ path: String, _ text: @autoclosure () -> IssueCollector.Text) {
    issues.add(
      .error, .policy, file: origins.file(of: path) ?? file, line: node?.mark?.line,
      column: DisplayText.shown(path, limit: 120), text())
  }

  func refer(_ kind: ReferenceKind, _ text: String, _ node: Node, _ path: String) {
    let file = origins.file(of: path) ?? file
    references.append(Reference(kind: kind, text: text, path: path, file: file, line: node.mark?.line))
  }

  /// A plain key such as `NO` is a word to one YAML reader and `false` to another.
  func checkKey(_ key: String, _ node: Node, _ path: String) {
    guard let scalar = node.scalar, PolicyType<String>.text.parse(PolicyScalar(scalar)) == nil else { return }
    let advice = "Maybe quote it: YAML readers differ about what it is unquoted."
    report(node, path, .init("A key must be text.", value: key, advice: advice))
  }

  /// The value of a node, or `nil` after an error that says what was expected.
  func value<Value>(_ node: Node, _ path: String, _ type: PolicyType<Value>) -> Value? {
    guard case .scalar(let content) = node else {
      let found = node.mapping == nil ? "a list" : "a section"
      report(node, path, .init("`\(path)` must be \(type.expected), not \(found)."))
      return nil
    }
    let scalar = PolicyScalar(content)
    if let value = type.parse(scalar) { return value }
    let advice = advice(scalar, type.expected)
    report(node, path, .init("`\(path)` must be \(type.expected).", value: scalar.text, advice: advice))
    return nil
  }

  private func advice(_ scalar: PolicyScalar, _ expected: String) -> String? {
    if expected == "text" {
      return scalar.isReadDifferently
        ? "Maybe quote it: YAML readers differ about what it is unquoted." : "Maybe write a word."
    }
    if !scalar.isPlain, scalar.text.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      return "Maybe remove the quotes."
    }
    if expected == "true or false" {
      return "Maybe write true or false: YAML readers differ about other words."
    }
    if expected.hasPrefix("one of ") {
      let names = expected.dropFirst(7).split(separator: ",").map { String($0.drop { $0 == " " }) }
      return NearestName.of(scalar.text, among: names).map { "Maybe `\($0)` was meant." }
    }
    if expected.hasPrefix("a date") {
      return "Maybe there is no such day, or it is written in another order."
    }
    return "Maybe write plain digits, without a leading zero, a colon, a separator or a unit."
  }
}
