import BallastProcess
import Foundation
import Testing

@Suite struct OutputTests {
  @Test(
    "No command writes over its own input, whatever the way there",
    arguments: [
      "book/accounts.csv", "book/csms.csv", "book/ballast.yaml", "book/../book/csms.csv", "link/accounts.csv",
    ])
  func inputs(output: String) throws {
    let folder = try SampleWorkspace().inNewFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file("book"))
    let before = folder.bytes(output)
    let outcome = try BallastBinary.run("export-model", folder.file("book"), "--output", folder.file(output))
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("is an input"))
    #expect(folder.bytes(output) == before)
  }

  @Test(
    "An empty path is refused: it is what an unset variable leaves, and would mean the root",
    arguments: [
      ["check", ""], ["plan", ""], ["plan", "--output", ""], ["init", ""], ["verify", ""],
      ["verify", "x", "--data", ""],
      ["export-model", "--output", ""],
    ])
  func empty(arguments: [String]) throws {
    #expect(try Invocation(BallastBinary.path, arguments).run().exitCode == 64)
  }

  @Test("CRM files of an earlier plan are named, because nobody should load them by mistake")
  func earlierFiles() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let stale = "crm-load-2025-01-01.csv"
    try folder.write("book/out/\(stale)", "Id,OwnerId\n")
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--work-limit", "20000")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains(stale))
    #expect(folder.exists("book/out/\(stale)"))
    let quiet = try BallastBinary.run("plan", folder.file("book"), "--work-limit", "20000", "--quiet")
    #expect(quiet.errors == "")
  }

  @Test("Packs and readers' folders of an earlier plan are named as well")
  func earlierPacks() throws {
    let folder = try SampleWorkspace().inNewFolder()
    try folder.write("book/out/handoffs/csm-gone.md", "# Handoffs of Gone\n")
    try folder.write("book/out/audience/csm-gone/report.md", "# Gone\n")
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--work-limit", "20000")
    #expect(outcome.errors.contains("handoffs/csm-gone.md") && outcome.errors.contains("audience/csm-gone"))
    #expect(folder.exists("book/out/handoffs/csm-gone.md"))
  }

  @Test("F4: where a file may not grow, the results of the run before stay whole and the path is named")
  func quota() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let plan = [BallastBinary.path, "plan", folder.file("book"), "--quiet", "--work-limit", "20000"]
    #expect(try Invocation(plan[0], Array(plan.dropFirst())).run().exitCode == 0)
    let (names, before) = (folder.names(in: "book/out"), folder.bytes("book/out/report.html"))
    let outcome = try Invocation("/bin/sh", ["-c", "ulimit -f 4 && exec \"$@\"", "sh"] + plan).run()
    #expect(outcome.exitCode == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("book/out/"))
    #expect(folder.names(in: "book/out") == names)
    #expect(folder.bytes("book/out/report.html") == before)
  }

  @Test(
    "F4: standard output that cannot be written is an error: half a document must not look like a whole one",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func fullOutput() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let command = ["-c", "exec \"$@\" > /dev/full", "sh", BallastBinary.path, "check", folder.file("book"), "--json"]
    let outcome = try Invocation("/bin/sh", command).run()
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("Standard output"))
  }
}
