import Testing

@Suite struct RuleFileTests {
  static let folder = "Sources/Compilation/Rules"

  /// The cases of `RuleID`.
  private func rules() throws -> [String] {
    let text = try SourceFile(path: "Sources/Portfolio/RuleID.swift").code.joined(separator: "\n")
    return text.matches(of: /case ([^\n]+)/).flatMap { match in
      match.1.split(separator: ",").compactMap { part in
        part.split(whereSeparator: " =".contains).first.map(String.init)
      }
    }
  }

  @Test("every rule has one file", .enabled(if: !Repository.swiftFiles(under: folder).isEmpty))
  func oneFileEach() throws {
    let rules = try rules()
    #expect(!rules.isEmpty)
    let files = try Repository.swiftFiles(under: Self.folder).map(SourceFile.init)
    for rule in rules {
      let statement = try Regex("static let id(?:: RuleID = \\.| = RuleID\\.)\(rule)\\b")
      let homes = files.filter { file in file.code.contains { $0.contains(statement) } }.map(\.path)
      #expect(homes.count == 1, "RuleID.\(rule) is made in \(homes)")
    }
  }

  @Test("files in Rules are named for rules", arguments: Repository.swiftFiles(under: folder))
  func names(path: String) {
    let isNamed = path.split(separator: "/").last?.contains("Rule") == true
    #expect(isNamed, "\(path) holds no rule. Maybe it belongs one folder up.")
  }
}
