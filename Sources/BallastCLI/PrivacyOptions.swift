import ArgumentParser
import Workspace

/// Who is meant, and where to look.
struct PrivacyOptions: ParsableArguments {
  @Argument(help: "The id of a CSM or of an account, as the tables write it.")
  var id: String

  @Argument(help: "The workspace, with everything below it.")
  var directory = PathArgument.currentFolder

  @Option(help: ArgumentHelp("Another folder with outputs. Repeatable.", valueName: "folder"))
  var also: [PathArgument] = []

  var folders: [String] { [directory.path] + also.map(\.path) }

  /// - Throws: exit code 65 when nobody has the id.
  func subject(_ console: Console) throws -> DataSubject {
    let workspace = try WorkspaceLoading(console: console, isQuiet: true).load(directory.path, asOf: nil)
    if let subject = DataSubject(id, in: workspace) { return subject }
    console.message("No CSM and no account of \(directory.path) has this id.\n")
    console.message("Maybe look it up in csms.csv or accounts.csv: names do not do, two people may share one.\n")
    throw ExitStatus.data
  }
}
