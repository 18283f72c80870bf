import Portfolio
import Yams

/// Reads the bytes of `ballast.yaml` with the changes of scenarios laid over it. Whatever is wrong is reported as an
/// issue; what could not be read keeps its default, so that one pass finds everything.
struct PolicyFile {
  let file: String
  let issues: IssueCollector

  /// - Parameter layers: the one underneath first.
  func read(_ bytes: [UInt8], layers: [PolicyLayer] = []) -> PolicyDocument {
    var tree = PolicyTree(YAMLFile(file: file, issues: issues, noun: "policy").root(bytes))
    for layer in layers { tree.lay(layer) }
    guard let root = tree.root else { return PolicyDocument() }
    return PolicyReader(context: PolicyContext(file: file, issues: issues, origins: tree.origins)).read(root)
  }
}
