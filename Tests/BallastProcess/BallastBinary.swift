import Foundation

/// The `ballast` that was built together with the tests.
package enum BallastBinary {
  /// `BALLAST_BINARY` wins, for a test of an installed program.
  package static let path: String =
    ProcessInfo.processInfo.environment["BALLAST_BINARY"] ?? builtPath ?? "ballast-was-not-built"

  /// Beside the test bundle: on macOS that is a folder loaded into another program, on Linux the running program.
  private static var builtPath: String? {
    let bundles = Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
    let programs = [Bundle.main.executablePath, CommandLine.arguments.first].compactMap { $0 }
    return (bundles + programs).lazy.compactMap(upwards).first
  }

  private static func upwards(from path: String) -> String? {
    var folder = URL(filePath: path).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appending(path: "ballast").path(percentEncoded: false)
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder)
      if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  package static func run(
    _ arguments: String..., environment: [String: String] = [:], folder: String? = nil,
    output: Invocation.Output = .captured
  ) throws -> Outcome {
    try Invocation(path, arguments, environment: environment, folder: folder, output: output).run()
  }

  package static func start(_ arguments: String...) throws -> RunningProcess {
    try RunningProcess(Invocation(path, arguments))
  }
}
