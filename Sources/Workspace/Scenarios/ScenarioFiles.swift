import Digest
import Portfolio
import Yams

/// Scenarios and those underneath them, read from their files or from elsewhere.
struct ScenarioFiles {
  /// The one underneath first.
  private(set) var layers: [ScenarioLayer] = []
  /// What the layers were read from, in the same order, where it was text.
  private(set) var texts: [ScenarioText] = []
  /// SHA-256 by file as it was named.
  private(set) var digests: [String: String] = [:]
  private let issues: IssueCollector
  private let pseudonyms: PseudonymIndex?

  /// - Parameters:
  ///   - path: `nil`: no file, for values that come from elsewhere.
  ///   - pseudonyms: may stand for ids.
  /// - Throws: `WorkspaceError` when the file itself is missing or cannot be read; problems inside are issues.
  init(_ path: String?, directory: String, issues: IssueCollector, pseudonyms: PseudonymIndex? = nil) throws {
    self.issues = issues
    self.pseudonyms = pseudonyms
    try path.map { try lay(file: $0, directory: directory) }
  }

  /// A file and, before it, those it lies on.
  private mutating func lay(file path: String, directory: String) throws {
    let (layer, text) = (layers.count, texts.count)
    var next: String? = path
    var seen: Set<String> = []
    while let file = next, let found = try read(file, shownIn: directory) {
      seen.insert(ScenarioFiles.normal(file))
      layers.insert(found.layer, at: layer)
      texts.insert(found.text, at: text)
      next = found.layer.base.map { ScenarioFiles.beside(file, $0) }
      if let base = next, seen.contains(ScenarioFiles.normal(base)) {
        let advice = "Maybe remove one `base`."
        issues.add(
          .error, .policy, file: found.layer.file, column: "base",
          .init("These scenarios lie on each other in a circle.", value: found.layer.base, advice: advice))
        return
      }
    }
  }

  /// Scenarios of a sweep, over what is there.
  mutating func lay(_ sources: [ScenarioSource], directory: String) throws {
    for source in sources {
      switch source {
      case .file(let path): try lay(file: path, directory: directory)
      case .text(let text):
        // What it lies on came before it.
        if let layer = layer(Array(text.text.utf8), shown: text.file) { layers.append(layer) }
      case .node(let node, let file):
        layers.append(ScenarioReader(context: PolicyContext(file: file, issues: issues, noun: "scenario")).read(node))
      }
    }
  }

  private mutating func read(
    _ path: String, shownIn directory: String
  ) throws -> (layer: ScenarioLayer, text: ScenarioText)? {
    let shown = ScenarioFiles.name(path, in: directory)
    let bytes = try CappedFile.bytes(at: path, limit: YAMLGuard.fileBytes)
    digests[shown] = SHA256.hexadecimal(of: bytes)
    return layer(bytes, shown: shown).map { layer in
      let text = (try? CSVEncoding.utf8(bytes)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return (layer, ScenarioText(file: shown, text: text))
    }
  }

  private func layer(_ bytes: [UInt8], shown: String) -> ScenarioLayer? {
    let errors = issues.errorCount
    guard let root = YAMLFile(file: shown, issues: issues, noun: "scenario").root(bytes) else {
      if issues.errorCount == errors {
        issues.add(.error, .policy, file: shown, .init("The scenario is empty.", advice: "Maybe start with `name:`."))
      }
      return nil
    }
    return ScenarioReader(context: PolicyContext(file: shown, issues: issues, noun: "scenario"))
      .read(pseudonyms?.restoring(root) ?? root)
  }

  /// Relative to the workspace where it lies inside.
  private static func name(_ path: String, in directory: String) -> String {
    let folder = normal(directory) + "/"
    let file = normal(path)
    return file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : path
  }

  static func beside(_ file: String, _ other: String) -> String {
    guard !other.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return other }
    return file[...slash] + other
  }

  /// Without `.`, `..` and double slashes where the text allows it.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
