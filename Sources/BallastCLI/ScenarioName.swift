import Foundation

/// What the results of a scenario are called: its file without folder and extension.
enum ScenarioName {
  static func of(_ path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}
