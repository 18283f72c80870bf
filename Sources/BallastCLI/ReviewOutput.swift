import PlanDocument
import Reports
import Workspace

/// Writes the files of a review as one set.
enum ReviewOutput {
  /// Returns the paths, the page first.
  static func write(_ document: ReviewDocument, to folder: String, perCSM: Bool) throws -> [String] {
    let files = ReviewFiles(document, perCSM: perCSM).files
    try OutputFiles.createFolder(folder)
    if perCSM { try OutputFiles.createFolder("\(folder)/csms") }
    let set = AtomicFileSet()
    for file in files {
      // One at a time: of many CSMs there are more files than a process may have open.
      let writer = try set.add(path: "\(folder)/\(file.name)")
      try writer.write(file.bytes())
      try writer.prepare()
    }
    let json = try set.add(path: "\(folder)/review.json")
    try document.forEachPiece { try json.write($0) }
    try set.commit()
    return files.map { "\(folder)/\($0.name)" } + ["\(folder)/review.json"]
  }

  /// What a reader can take in: of the pages for CSMs their number.
  static func shown(_ paths: [String], in folder: String) -> [String] {
    let pages = paths.filter { $0.hasPrefix("\(folder)/csms/") }
    let others = paths.filter { !$0.hasPrefix("\(folder)/csms/") }
    return others + (pages.isEmpty ? [] : ["\(pages.count) pages for CSMs, csms/*.html"])
  }
}
