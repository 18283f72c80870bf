import BallastProcess
import Foundation
import Testing

/// The table of faults cites tests that exist.
@Suite struct FaultTableTests {
  /// `| F2 | tried | survived | held by |`
  private func rows() throws -> [[String]] {
    try Checkout.text("Sources/Ballast/Ballast.docc/Faults.md").split(separator: "\n")
      .filter { $0.hasPrefix("| F") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
  }

  @Test("Every fault has one row, and a row without a test admits it")
  func complete() throws {
    let rows = try rows()
    #expect(rows.count > 25)
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    for row in rows where row.count < 4 || row[3].isEmpty { #expect(row[2].hasPrefix("not"), "\(row[0])") }
  }

  @Test("Every test file that the table names is there")
  func cited() throws {
    for row in try rows() where row.count >= 4 && !row[3].isEmpty {
      for name in row[3].split(separator: ", ") {
        #expect(FileManager.default.fileExists(atPath: Checkout.path("Tests/\(name).swift")), "\(row[0]): \(name)")
      }
    }
  }

  @Test("Every fault that a test of the program names is in the table")
  func named() throws {
    let known = Set(try rows().map { $0[0] })
    for folder in ["CommandLineTests", "WorkspaceTests"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: Checkout.path("Tests/\(folder)")) {
        for match in try Checkout.text("Tests/\(folder)/\(file)").matches(of: #/"(F\d+): /#) {
          #expect(known.contains(String(match.1)), "\(folder)/\(file): \(match.1)")
        }
      }
    }
  }
}
