import ArgumentParser

struct PrivacyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy", abstract: "What is held about a person or customer: show it, erase it.",
    subcommands: [PrivacyExportCommand.self, PrivacyEraseCommand.self])
}
