import ArgumentParser
import Workspace

/// Whether people and customers are shown under pseudonyms.
struct MaskOptions: ParsableArguments {
  @Flag(help: "Replace people, customers, addresses and texts about them by pseudonyms, in everything that is written.")
  var mask = false

  @Option(
    help: ArgumentHelp(
      "The key of the pseudonyms, made where there is none: the same key gives the same ones in every run. Without it a key is used that nobody keeps.",
      valueName: "file"))
  var maskKey: PathArgument?

  func validate() throws {
    if maskKey != nil, !mask { throw ValidationError("--mask-key is the key of --mask.") }
  }

  /// Where files are written by default: what is masked does not lie among files that are not.
  func folder(_ path: String) -> String { mask ? "\(path)/masked" : path }

  /// To be asked for once in a command: without a file the key is another one each time.
  func pseudonyms(_ console: Console) throws -> Pseudonyms? {
    guard mask else { return nil }
    guard let maskKey else { return .ofOneRun }
    return try console.reporting { try MaskKeyFile.pseudonyms(at: maskKey.path) }
  }
}
