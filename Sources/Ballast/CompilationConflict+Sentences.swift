import Compilation

extension CompilationConflict {
  /// One sentence for each account without any option.
  var sentences: [String] { description.split(separator: "\n").map(String.init) }
}
