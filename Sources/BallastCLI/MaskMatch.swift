import Workspace

/// A document of an earlier run can only be read together with a workspace that shows people in the same way.
enum MaskMatch {
  /// - Parameter inputs: of the document, file name to SHA-256.
  static func require(_ inputs: [String: String], of path: String, _ mask: String?, _ console: Console) throws {
    let own = inputs[Pseudonyms.inputName]
    guard own != mask else { return }
    if own == nil {
      console.message("\(path) names people as they are, and --mask asks for pseudonyms.\n")
      console.message("Maybe leave out --mask, or write the file again with it.\n")
    } else if mask == nil {
      console.message("\(path) was written with --mask: its pseudonyms are nobody's ids here.\n")
      console.message(
        "Maybe give --mask and --mask-key with the key it was written with; without a key file, run again.\n")
    } else {
      console.message("\(path) was written with another key of the mask.\n")
      console.message("Maybe name that key with --mask-key, or write the file again with this one.\n")
    }
    throw ExitStatus.data
  }
}
