import ArgumentParser

/// The path of a file or folder. An empty one is refused: it is what an unset variable of a script leaves, and would
/// mean the root of the disk.
struct PathArgument: ExpressibleByArgument {
  let path: String

  static let currentFolder = PathArgument(path: ".")

  init(path: String) { self.path = path }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  var defaultValueDescription: String { path }
}
