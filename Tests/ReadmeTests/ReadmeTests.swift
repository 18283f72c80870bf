import BallastProcess
import Foundation
import Testing

/// What the README tells people to type exists.
@Suite struct ReadmeTests {
  /// Lines of fenced blocks, and pieces of text set as code.
  static let commands: [String] = {
    guard let text = try? Checkout.text("README.md") else { return [] }
    let blocks = text.matches(of: /(?ms)^```(?:bash|sh|console)\n(.*?)^```/).flatMap { $0.1.split(separator: "\n") }
    let pieces = text.matches(of: /`([^`\n]+)`/).map(\.1)
    return (blocks + pieces).map { line in line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("ballast ") || $0.hasPrefix("Scripts/") }
  }()

  @Test("The README names commands and scripts")
  func some() {
    #expect(Self.commands.contains { $0.hasPrefix("ballast plan") })
    #expect(Self.commands.contains { $0.hasPrefix("Scripts/run") })
  }

  @Test(
    "Every command of the README exists and takes the options named", arguments: commands.filter { $0.hasPrefix("b") })
  func command(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    // `bench` has commands of its own.
    let command = Array(words.dropFirst().prefix(words[1] == "bench" ? 2 : 1))
    let help = try Invocation(BallastBinary.path, command + ["--help"]).run()
    #expect(help.exitCode == 0)
    #expect(help.output.contains("USAGE: ballast \(command.joined(separator: " "))"), "\(line)")
    for option in words.dropFirst(1 + command.count) where option.hasPrefix("-") {
      let name = option.prefix { $0 != "=" }
      #expect(help.output.contains(name), "\(line)")
    }
  }

  @Test("Every script of the README can be run", arguments: commands.filter { $0.hasPrefix("S") })
  func script(line: String) throws {
    let name = try #require(line.split(separator: " ").first)
    #expect(FileManager.default.isExecutableFile(atPath: Checkout.path(String(name))), "\(name)")
  }

  @Test(
    "Every command of the program is in the README",
    arguments: ["init", "check", "plan", "verify", "explain", "diagnose", "export-model"])
  func complete(command: String) {
    #expect(Self.commands.contains { $0.hasPrefix("ballast \(command) ") })
  }

  @Test("The workspace of the README can be planned")
  func workspace() throws {
    let text = try Checkout.text("README.md")
    let blocks = text.matches(of: /(?ms)^```(?:text|yaml)\n(.*?)^```/).map { String($0.1) }
    let folder = try TemporaryFolder()
    for (name, start) in [("accounts.csv", "account_id"), ("csms.csv", "csm_id"), ("ballast.yaml", "version:")] {
      try folder.write("book/\(name)", try #require(blocks.first { $0.hasPrefix(start) }))
    }
    let outcome = try BallastBinary.run("plan", folder.file("book"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test("The question that the README shows is the output of a run")
  func question() throws {
    let text = try Checkout.text("README.md")
    let match = try #require(
      text.firstMatch(of: /(?s)question: begin -->\n```bash\n(ballast explain .*?)\n```\n\n```text\n(.*?)\n```\n<!--/))
    let (command, output) = (match.1, match.2)
    let account = try #require(command.firstMatch(of: /--account "(.*?)"/)).1
    #expect(output.hasPrefix("What if \(account) went to"))
    for words in ["proven", "Where the difference comes from", "Whose hours would change", "Checked by separate code"] {
      #expect(output.contains(words), "\(words)")
    }
  }

  @Test("The review that the README shows is the output of a run")
  func review() throws {
    let text = try Checkout.text("README.md")
    let match = try #require(
      text.firstMatch(of: /(?s)review: begin -->\n```bash\nballast review (.*?)\n```\n\n```text\n(.*?)\n```\n<!--/))
    let folder = try TemporaryFolder()
    let arguments = ["review", Checkout.path(String(match.1)), "--output", folder.file("out")]
    let outcome = try Invocation(BallastBinary.path, arguments, environment: ["COLUMNS": "100"]).run()
    #expect(outcome.output.hasPrefix(match.2 + "\n\nBlind spots"))
  }

  @Test("The plan that the README shows is the output of a run")
  func plan() throws {
    let text = try Checkout.text("README.md")
    let block = try #require(text.firstMatch(of: /(?s)rebalance: begin -->\n```text\n(.*?)\n```\n<!--/)).1
    #expect(!block.contains("(the output of Scripts/run)"))
    #expect(block.contains("change hands"))
  }
}
