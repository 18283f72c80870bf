/// A Swift file as text; enough of it is understood to check the house rules.
struct SourceFile {
  let path: String
  let lines: [String]

  init(path: String) throws {
    self.path = path
    let parts = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    lines = (parts.last == "" ? parts.dropLast() : parts[...]).map(String.init)
  }

  /// Lines without what follows `//`. A string that holds `//` is cut too, which hides nothing worth finding.
  var code: [String] {
    lines.map { line in line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? line }
  }

  /// Modules imported, submodules (`import struct Foundation.URL`) by their module.
  var imports: Set<String> {
    // Attributes, an access level, `import`, the kind of a single declaration, the module.
    let statement = #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:[a-z]+\s+)?import\s+(?:[a-z]+\s+)?(\w+)/#
    return Set(code.compactMap { line in line.firstMatch(of: statement).map { String($0.1) } })
  }

  /// `path:line` of every line of code that contains `text`.
  func places(of text: String) -> [String] {
    code.enumerated().filter { $0.element.contains(text) }.map { "\(path):\($0.offset + 1)" }
  }
}
