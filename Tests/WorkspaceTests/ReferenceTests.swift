import Portfolio
import Testing

@testable import Workspace

/// The reference pages name everything that is read.
@Suite struct ReferenceTests {
  private func page(_ name: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = "/\(root)/Sources/Ballast/Ballast.docc/\(name)"
    return String(decoding: try CappedFile.bytes(at: path, limit: 1 << 20), as: UTF8.self)
  }

  @Test func `Every column and every header is on the page about columns`() throws {
    let text = try page("Columns.md")
    for column in AccountColumn.definitions + CSMColumn.definitions + ActivityColumn.definitions
      + FindingDecisionColumn.definitions
    {
      #expect(text.contains("| `\(column.name)` |"), "\(column.name)")
      for header in column.aliases + column.substitutes { #expect(text.contains(header), "\(header)") }
    }
  }

  @Test func `Every key of the policy is on the page about the policy`() throws {
    let text = try page("PolicyReference.md")
    let issues = IssueCollector()
    // A policy of unknown keys makes every section list what it knows.
    for section in [
      "", "formats", "columns", "expected_rows", "horizon", "effort", "capacity", "eligibility", "books",
      "balance", "continuity", "handoffs", "families", "coverage", "export", "review",
    ] {
      let policy = section.isEmpty ? "zzzzzzzz: 1\n" : "\(section): {zzzzzzzz: 1}\n"
      _ = PolicyFile(file: "ballast.yaml", issues: issues).read(Array(policy.utf8))
    }
    let advice = issues.sorted().compactMap(\.advice)
    #expect(advice.count == 16)
    for key in advice.flatMap({ $0.dropFirst("Maybe one of ".count).dropLast().split(separator: ", ") }) {
      #expect(text.contains(key), "\(key)")
    }
  }
}
