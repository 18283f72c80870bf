import Portfolio
import Yams

/// A syntax error of Yams in the words of this program.
struct YAMLProblem {
  private var line: Int?
  private let text: IssueCollector.Text

  init(_ error: YamlError, text source: String, noun: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      line = mark.line
      text = YAMLProblem.syntax(problem, noun)
    case .duplicatedKeysInMapping(let names, _):
      let lines = YAMLProblem.lines(of: names, in: source)
      line = lines.last
      let places = lines.map(String.init).joined(separator: " and ")
      let keys = names.map { "`\(DisplayText.shown($0))`" }.joined(separator: ", ")
      text = .init(
        "The key \(keys) is given twice\(places.isEmpty ? "" : ": lines \(places)").",
        advice: "Maybe merge the two, or remove one.")
    default:
      line = nil
      text = .init("The \(noun) cannot be read as YAML.", advice: "Maybe it is another file.")
    }
  }

  func report(to issues: IssueCollector, file: String) {
    issues.add(.error, .policy, file: file, line: line, text)
  }

  private static func syntax(_ problem: String, _ noun: String) -> IssueCollector.Text {
    if problem.contains("nesting level") {
      return .init("The \(noun) is nested too deeply.", advice: "Maybe a bracket is never closed.")
    }
    return .init(
      "The \(noun) is not well-formed YAML: \(DisplayText.shown(problem)).",
      advice: "Maybe the indentation, a quote or a bracket.")
  }

  /// Where the first of the keys begins a line or a flow mapping; Yams names only one of the places.
  private static func lines(of names: [String], in source: String) -> [Int] {
    guard let name = names.first else { return [] }
    var found: [(line: Int, indent: Int)] = []
    for (offset, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.drop { $0 == " " || $0 == "-" }
      let isKey = [name, "\"\(name)\"", "'\(name)'"].contains {
        content.hasPrefix("\($0):") || content.contains("{\($0):")
      }
      if isKey { found.append((offset + 1, line.count - content.count)) }
    }
    for second in found.indices.dropFirst() {
      if let first = found[..<second].last(where: { $0.indent == found[second].indent }) {
        return [first.line, found[second].line]
      }
    }
    return found.map(\.line).prefix(1).map { $0 }
  }
}
