import Portfolio
import Yams

/// Parses the bytes of `ballast.yaml`. Whatever is wrong is reported as an issue; what could not be read keeps its
/// default, so that one pass finds everything.
struct PolicyFile {
  let file: String
  let issues: IssueCollector

  func read(_ bytes: [UInt8]) -> PolicyDocument {
    guard bytes.count <= YAMLGuard.fileBytes else {
      report(
        nil,
        .init(
          "The policy is larger than \(YAMLGuard.fileBytes) bytes.", advice: "Maybe this is another file."))
      return PolicyDocument()
    }
    let text: String
    do { text = String(decoding: try CSVEncoding.utf8(bytes), as: UTF8.self) } catch {
      report(error.line, .init(error.message, advice: error.advice))
      return PolicyDocument()
    }
    if let alias = YAMLGuard.alias(in: Array(text.utf8)) {
      report(
        alias.line,
        .init("Aliases are not read.", value: "*\(alias.name)", advice: "Maybe write the value out."))
      return PolicyDocument()
    }
    return document(text)
  }

  private func document(_ text: String) -> PolicyDocument {
    do {
      let parser = try Parser(yaml: text)
      guard let root = try parser.singleRoot() else { return PolicyDocument() }
      // Anchors are held by the parser only.
      return withExtendedLifetime(parser) { document(root) }
    } catch let error as YamlError {
      YAMLProblem(error, text: text).report(to: issues, file: file)
    } catch {
      report(nil, .init("The policy cannot be read as YAML."))
    }
    return PolicyDocument()
  }

  private func document(_ root: Node) -> PolicyDocument {
    guard isAcceptable(root, depth: 0) else { return PolicyDocument() }
    let context = PolicyContext(file: file, issues: issues)
    return PolicyReader(context: context).read(root)
  }

  /// Anchors, tags and depths that no policy needs.
  private func isAcceptable(_ node: Node, depth: Int) -> Bool {
    let line = node.mark?.line
    guard depth <= YAMLGuard.depth else {
      report(line, .init("The policy is nested more than \(YAMLGuard.depth) levels deep."))
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
