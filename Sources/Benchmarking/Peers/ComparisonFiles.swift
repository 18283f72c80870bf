import Foundation
import Workspace

/// The folder of a comparison: a line for each solver as it ends, then a table and a chart.
package final class ComparisonFiles {
  private let folder: String
  package let logFolder: String
  private var lines = ""
  private var runs: [(result: PeerResult, trace: SearchTrace)] = []

  /// Logs and solutions of an earlier comparison are removed: they must not be taken for new ones.
  /// - Throws: `WorkspaceError` when the folder cannot be made.
  package init(folder: String) throws {
    self.folder = folder
    logFolder = "\(folder)/logs"
    for peer in Peer.allCases {
      for name in ["\(peer.rawValue).jsonl", "\(peer.rawValue)-solution.json"] {
        try? FileManager.default.removeItem(atPath: "\(logFolder)/\(name)")
      }
    }
    do {
      try FileManager.default.createDirectory(atPath: logFolder, withIntermediateDirectories: true)
    } catch {
      throw WorkspaceError.cannotCreate(path: folder, reason: "the folder cannot be created")
    }
  }

  package func add(_ result: PeerResult, _ trace: SearchTrace) throws {
    runs.append((result, trace))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    lines += String(decoding: try encoder.encode(result), as: UTF8.self) + "\n"
    try BenchmarkFiles.write(lines, to: "\(folder)/compare.jsonl")
  }

  /// Returns the table.
  package func finish(title: String) throws -> String {
    let table = ComparisonTable(runs.map(\.result)).markdown
    try BenchmarkFiles.write("\(Machine.description)\n\n\(table)", to: "\(folder)/compare.md")
    let series = runs.filter { !$0.result.status.hasPrefix("missing") }
      .map { GapChart.Series(name: $0.result.solver, trace: $0.trace) }
    try BenchmarkFiles.write(GapChart(title: title, series: series).svg, to: "\(folder)/compare.svg")
    return table
  }
}
