import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct CommandChainTests {
  @Test("A new workspace is checked, planned, verified and exported, and every step exits with 0")
  func chain() throws {
    let folder = try TemporaryFolder()
    let steps = [
      ["init", "team", "--as-of", "2027-01-04"], ["check", "team"], ["plan", "team", "--work-limit", "20000"],
      ["verify", "team/out/plan.json"], ["export-model", "team", "--output", "team.mps"],
      ["export-model", "team", "--format", "lp", "--output", "team.lp"],
    ]
    for step in steps {
      let outcome = try Invocation(BallastBinary.path, step, folder: folder.path).run()
      #expect(outcome.exitCode == 0, "\(step): \(outcome.errors)\(outcome.output)")
    }
    for name in ["plan.json", "report.html", "report.md", "assignments.csv", "handoffs.csv"] {
      #expect(folder.bytes("team/out/\(name)")?.isEmpty == false, "\(name)")
    }
    #expect(try folder.text("team.mps").hasPrefix("NAME"))
    #expect(try folder.text("team.lp").contains("Minimize"))
  }

  @Test("init refuses to overwrite and says which file is there already")
  func overwrite() throws {
    let folder = try TemporaryFolder()
    try folder.write("team/accounts.csv", "mine\n")
    let outcome = try BallastBinary.run("init", folder.file("team"))
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("team/accounts.csv exists already"))
    #expect(try folder.text("team/accounts.csv") == "mine\n")
    #expect(folder.names(in: "team") == ["accounts.csv"])
  }

  @Test("With --json standard output holds one JSON document and nothing else")
  func json() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let book = folder.file("book")
    let steps = [
      ["init", folder.file("team"), "--json"], ["check", book, "--json"],
      ["plan", book, "--work-limit", "20000", "--json"], ["verify", folder.file("book/out/plan.json"), "--json"],
      ["export-model", book, "--output", folder.file("book.mps"), "--json"],
    ]
    for step in steps {
      let outcome = try Invocation(BallastBinary.path, step).run()
      #expect(outcome.exitCode == 0, "\(step): \(outcome.errors)")
      let document = try? JSONSerialization.jsonObject(with: Data(outcome.outputBytes))
      #expect(document is [String: Any], "\(step): \(outcome.output.prefix(200))")
    }
  }

  @Test("The document of plan --json is plan.json, byte by byte")
  func planJSON() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--work-limit", "20000", "--json")
    #expect(outcome.outputBytes == folder.bytes("book/out/plan.json"))
  }

  @Test("With --quiet a command that succeeds says nothing")
  func quiet() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let book = folder.file("book")
    let steps = [
      ["init", folder.file("team"), "--quiet"], ["check", book, "--quiet"],
      ["plan", book, "--work-limit", "20000", "-q"], ["verify", folder.file("book/out/plan.json"), "--quiet"],
      ["export-model", book, "--output", folder.file("book.mps"), "--quiet"],
    ]
    for step in steps {
      let outcome = try Invocation(BallastBinary.path, step).run()
      #expect(outcome.exitCode == 0)
      #expect(outcome.output + outcome.errors == "", "\(step)")
    }
  }

  @Test(
    "What is wrong on the command line is an error of usage",
    arguments: [
      ["plan", "--colour", "red"], ["rebalance"], ["export-model", "."],
      ["export-model", ".", "--output", "x", "--format", "xls"],
      ["plan", "--gap", "2"], ["plan", "--gap", "tight"], ["plan", "--gap", "101%"], ["plan", "--work-limit", "0"],
      ["plan", "--work-limit", "many"], ["plan", "--seed", "-1"], ["plan", "--as-of", "2027-02-30"],
      ["plan", "a", "b"],
      ["verify"], ["init"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Invocation(BallastBinary.path, arguments).run()
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("Usage: ballast"))
    #expect(outcome.output == "")
  }

  @Test("A time limit is a number of seconds, minutes or hours", arguments: ["60", "90s", "2m", "0.01h"])
  func timeLimit(limit: String) throws {
    let folder = try SampleWorkspace().inNewFolder()
    #expect(try BallastBinary.run("plan", folder.file("book"), "--quiet", "--time-limit", limit).exitCode == 0)
  }

  @Test(
    "What is no time limit is refused", arguments: ["0", "-1", "soon", "5x", "1e3", "nan", "", "1 m", "1000h", "٣"])
  func badTimeLimit(limit: String) throws {
    let outcome = try BallastBinary.run("plan", "--time-limit", limit)
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("--time-limit"))
  }

  @Test("A gap is a share or a percentage", arguments: ["0", "0.001", "0.1%", "100%"])
  func gap(gap: String) throws {
    let folder = try SampleWorkspace().inNewFolder()
    #expect(try BallastBinary.run("plan", folder.file("book"), "--quiet", "--gap", gap).exitCode == 0)
  }

  @Test("Every command explains itself", arguments: ["init", "check", "plan", "verify", "export-model"])
  func help(command: String) throws {
    let outcome = try BallastBinary.run(command, "--help")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("USAGE: ballast \(command)"))
  }
}
