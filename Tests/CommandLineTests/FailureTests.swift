import BallastProcess
import Foundation
import Testing

@Suite struct FailureTests {
  /// Root may read and write everything.
  static let isRoot = geteuid() == 0

  @Test("What does not exist is named", arguments: ["check", "plan", "verify", "export-model"])
  func missing(command: String) throws {
    let folder = try TemporaryFolder()
    let output = command == "export-model" ? ["--output", folder.file("x.mps")] : []
    let outcome = try Invocation(BallastBinary.path, [command, folder.file("nowhere")] + output).run()
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors.contains("nowhere"))
    #expect(outcome.errors.contains("Maybe"))
    #expect(folder.names().isEmpty)
  }

  @Test("A missing table is named, although the other is there", arguments: ["accounts.csv", "csms.csv"])
  func missingTable(name: String) throws {
    let folder = try SampleWorkspace().inNewFolder()
    try FileManager.default.removeItem(atPath: folder.file("book/\(name)"))
    let outcome = try BallastBinary.run("plan", folder.file("book"))
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors.contains("book/\(name) does not exist"))
  }

  @Test("F5: results that cannot be created are an error that names the path")
  func uncreatable() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let book = folder.file("book")
    let steps = [
      ["init", "/dev/null/x"], ["plan", book, "--output", "/dev/null/x"],
      ["export-model", book, "--output", "/dev/null/x"],
      ["export-model", book, "--output", folder.file("nowhere/x.mps")], ["export-model", book, "--output", book],
    ]
    for step in steps {
      let outcome = try Invocation(BallastBinary.path, step).run()
      #expect(outcome.exitCode == 73, "\(step): \(outcome.errors)")
      #expect(outcome.errors.contains(step.last ?? "") || outcome.errors.contains("/dev/null/x"), "\(step)")
    }
    #expect(folder.names(in: "book") == ["accounts.csv", "ballast.yaml", "csms.csv"])
  }

  @Test("F5: without permission to read or to write the file is named", .disabled(if: isRoot, "root may do everything"))
  func permissions() throws {
    let folder = try SampleWorkspace().inNewFolder()
    chmod(folder.file("book/accounts.csv"), 0)
    #expect(try BallastBinary.run("plan", folder.file("book")).exitCode == 77)
    chmod(folder.file("book/accounts.csv"), 0o600)
    chmod(folder.file("book"), 0o500)
    defer { chmod(folder.file("book"), 0o700) }
    let outcome = try BallastBinary.run("plan", folder.file("book"))
    #expect(outcome.exitCode == 73 || outcome.exitCode == 77)
    #expect(outcome.errors.contains("book/out"))
    #expect(try BallastBinary.run("check", folder.file("book")).exitCode == 0)
  }

  @Test("Faults of the data are all shown, with their lines")
  func data() throws {
    var sample = SampleWorkspace()
    sample.accounts += "A6,Fir,gold,EMEA,zoe,1,1\nA1,Twin,gold,EMEA,ann,1,1\nA7,Gorse,gold,EMEA,ann,much,1\n"
    let folder = try sample.inNewFolder()
    for command in ["plan", "export-model"] {
      let outcome = try BallastBinary.run(command, folder.file("book"), "--output", folder.file("out"))
      #expect(outcome.exitCode == 65)
      for line in [7, 8, 9] { #expect(outcome.errors.contains("accounts.csv:\(line)"), "\(outcome.errors)") }
    }
    #expect(try BallastBinary.run("check", folder.file("book")).exitCode == 65)
    #expect(!folder.exists("out"))
  }

  @Test("Faults of the policy have a code of their own and name the key that was meant")
  func policy() throws {
    var sample = SampleWorkspace()
    sample.policy += "capcity: { hard: 100 }\n"
    let outcome = try BallastBinary.run("plan", try sample.inNewFolder().file("book"))
    #expect(outcome.exitCode == 78)
    #expect(outcome.errors.contains("ballast.yaml:7"), "\(outcome.errors)")
    #expect(outcome.errors.contains("capacity"))
  }

  @Test("F24: a pipe in place of a table is refused at once instead of waited for")
  func pipe() throws {
    let folder = try SampleWorkspace().inNewFolder()
    try FileManager.default.removeItem(atPath: folder.file("book/accounts.csv"))
    mkfifo(folder.file("book/accounts.csv"), 0o600)
    let outcome = try BallastBinary.run("plan", folder.file("book"))
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("is a pipe"))
  }

  @Test("F24: a workspace behind a symbolic link is planned like any other")
  func link() throws {
    let folder = try SampleWorkspace().inNewFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file("book"))
    #expect(try BallastBinary.run("plan", folder.file("link"), "--quiet").exitCode == 0)
    #expect(try BallastBinary.run("verify", folder.file("link/out/plan.json")).exitCode == 0)
  }

  @Test(
    "Something that is no plan is not verified", arguments: ["", "{", "[]", "{}", "{\"schema\": \"ballast.plan/9\"}"])
  func noPlan(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("plan.json", text)
    let outcome = try BallastBinary.run("verify", folder.file("plan.json"))
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("plan.json"))
    #expect(outcome.errors.contains("Maybe"))
  }

  @Test("F11: a reader that goes away loses no file", arguments: [["plan"], ["plan", "--json"]])
  func closedPipe(command: [String]) throws {
    let folder = try SampleWorkspace().inNewFolder()
    let arguments = command + [folder.file("book"), "--work-limit", "20000"]
    let outcome = try Invocation(BallastBinary.path, arguments, output: .closedPipe).run()
    #expect(outcome.exitCode == 0)
    #expect(try BallastBinary.run("verify", folder.file("book/out/plan.json")).exitCode == 0)
  }
}
