import Foundation

/// A folder of its own for a test; all of them disappear when the tests end. Not earlier: a compiler may drop the
/// last reference to an object while a program still works in its folder.
package struct TemporaryFolder: Sendable {
  package let path: String

  private static let root: URL = {
    let name = "ballast-tests-\(ProcessInfo.processInfo.processIdentifier)"
    atexit { try? FileManager.default.removeItem(at: TemporaryFolder.root) }
    return FileManager.default.temporaryDirectory.appending(path: name)
  }()

  package init() throws {
    let url = TemporaryFolder.root.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes `text` to `name`; folders on the way are made.
  package func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  package func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file(name))), as: UTF8.self)
  }

  /// `nil` where there is no such file.
  package func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: file(name)).map { [UInt8]($0) }
  }

  package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  /// The names in the folder `name`, hidden ones included, sorted; none where there is no such folder.
  package func names(in name: String = ".") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: file(name))) ?? []).sorted()
  }

  /// Replaces `old`, which has to occur, in the file `name`.
  package func replace(_ old: String, with new: String, in name: String) throws {
    let text = try text(name)
    guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
    try write(name, text.replacing(old, with: new))
  }
}
