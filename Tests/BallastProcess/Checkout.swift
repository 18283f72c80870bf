import Foundation

/// The files of this repository, found from where this file was compiled.
package enum Checkout {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path(percentEncoded: false).replacing(/\/$/, with: "")

  package static func path(_ name: String) -> String { "\(root)/\(name)" }

  package static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// Names of the workspaces under `scenarios`, sorted.
  package static func scenarios() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path("scenarios"))
      .filter { FileManager.default.fileExists(atPath: path("scenarios/\($0)/accounts.csv")) }.sorted()
  }
}
