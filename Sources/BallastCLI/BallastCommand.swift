import ArgumentParser

@main
struct BallastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ballast")
}
