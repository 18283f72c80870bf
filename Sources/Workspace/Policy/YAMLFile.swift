import Portfolio
import Yams

/// Parses the bytes of a YAML file of a workspace. Whatever is wrong is reported as an issue; nothing that could unfold
/// into more than the file holds is read.
struct YAMLFile {
  let file: String
  let issues: IssueCollector
  /// What the file is called in messages: "policy".
  let noun: String

  /// `nil` for an empty file and after an error.
  func root(_ bytes: [UInt8]) -> Node? {
    guard bytes.count <= YAMLGuard.fileBytes else {
      let text = "The \(noun) is larger than \(YAMLGuard.fileBytes) bytes."
      report(nil, .init(text, advice: "Maybe this is another file."))
      return nil
    }
    let text: String
    do { text = String(decoding: try CSVEncoding.utf8(bytes), as: UTF8.self) } catch {
      report(error.line, .init(error.message, advice: error.advice))
      return nil
    }
    if let alias = YAMLGuard.alias(in: Array(text.utf8)) {
      let found = IssueCollector.Text(
        "Aliases are not read.", value: "*\(alias.name)", advice: "Maybe write the value out.")
      report(alias.line, found)
      return nil
    }
    return root(text)
  }

  private func root(_ text: String) -> Node? {
    do {
      let parser = try Parser(yaml: text)
      // Anchors are held by the parser only.
      return try withExtendedLifetime(parser) {
        try parser.singleRoot().flatMap { isAcceptable($0, depth: 0) ? $0 : nil }
      }
    } catch let error as YamlError {
      YAMLProblem(error, text: text, noun: noun).report(to: issues, file: file)
    } catch {
      report(nil, .init("The \(noun) cannot be read as YAML."))
    }
    return nil
  }

  /// Anchors, tags and depths that nobody needs here.
  private func isAcceptable(_ node: Node, depth: Int) -> Bool {
    let line = node.mark?.line
    guard depth <= YAMLGuard.depth else {
      report(line, .init("The \(noun) is nested more than \(YAMLGuard.depth) levels deep."))
      return false
    }
    guard node.anchor == nil else {
      report(line, .init("Anchors are not read.", advice: "Maybe write the value out."))
      return false
    }
    switch node {
    case .scalar, .alias: return true
    case .sequence(let items): return items.allSatisfy { isAcceptable($0, depth: depth + 1) }
    case .mapping(let pairs):
      return pairs.allSatisfy {
        isAcceptable($0.key, depth: depth + 1) && isAcceptable($0.value, depth: depth + 1)
      }
    }
  }

  private func report(_ line: Int?, _ text: IssueCollector.Text) {
    issues.add(.error, .policy, file: file, line: line, text)
  }
}
