import ArgumentParser
import Foundation
import PlanDocument
import Workspace

struct PrivacyExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Everything that the workspace and its outputs hold about one person or customer.",
    discussion: "Prints one JSON document: file, line, path and value of every place. Nothing is changed.")

  @OptionGroup var privacy: PrivacyOptions

  @Option(help: "Write to this file, which only you may read, instead of standard output.")
  var output: PathArgument?

  func run() throws {
    let console = Console()
    let found = try console.reporting { try PrivacyExport(privacy.subject(console), in: privacy.folders) }
    let text = try DocumentJSON.text(found)
    guard let output else { return try console.output(text) }
    try console.reporting {
      let writer = try AtomicFileWriter(path: output.path, isPrivate: true)
      try writer.write(text)
      try writer.commit()
    }
    console.message(
      "\(found.entries.count) places, \(found.possible.count) more where only a part of the name stands.\n")
  }
}
