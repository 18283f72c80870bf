import Foundation

/// The files of this repository, found from where this file was compiled.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
  }

  static func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: root.appending(path: path).path(percentEncoded: false))
  }

  /// Names of the folders right under `path`, sorted.
  static func folders(in path: String) throws -> [String] {
    let contents = try FileManager.default.contentsOfDirectory(
      at: root.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey])
    return try contents.filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }

  /// Paths of the files anywhere under `path`, relative to the root, sorted; none where the folder is
  /// missing.
  static func files(under path: String) -> [String] {
    let folder = root.appending(path: path).path(percentEncoded: false)
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    for case let name as String in walk {
      let type = walk.fileAttributes?[.type] as? FileAttributeType
      if type == .typeRegular { files.append("\(path)/\(name)") }
    }
    return files.sorted()
  }

  static func swiftFiles(under path: String) -> [String] {
    files(under: path).filter { $0.hasSuffix(".swift") }
  }
}
