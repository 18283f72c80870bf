import BallastProcess
import Foundation
import Testing

/// `ballast privacy`: what is held about somebody, and taking them out.
@Suite struct PrivacyTests {
  private static let accounts = """
    account_id,account_name,tier,region,csm_id,arr,effort_hours,pinned_csm_id,lock_reason
    A1,Amber Mills,gold,EMEA,ann,240000,50,,
    A2,"Birch, ""Foods"" & Co",gold,EMEA,ann,60000,40,,Siobhan O'Brien knows the board
    A3,Cedar Labs,silver,EMEA,ann,75000,30,,
    A4,Dune Travel,silver,EMEA,ben,90000,25,,
    A5,Elm Press,silver,AMER,,20000,10,,

    """
  private static let csms = """
    csm_id,name,email,regions,capacity_hours,backfill_csm_id,Mobile
    ann,Ann Lee,ann@example.com,EMEA,100,sob,
    ben,Ben Ode,ben@example.com,EMEA;AMER,100,,
    sob,Siobhán O'Brien,siobhan.obrien@example.com,AMER;EMEA,100,,+49 171 5550100

    """

  /// Siobhán O'Brien has no accounts, and is named everywhere.
  private func workspace() throws -> TemporaryFolder {
    var sample = SampleWorkspace()
    sample.accounts = Self.accounts
    sample.csms = Self.csms
    let folder = try sample.inNewFolder()
    try folder.replace(
      "region: ban", with: "region: ban, forbidden: [{ account: A4, csm: sob, reason: \"Siobhán O'Brien said no\" }]",
      in: "book/ballast.yaml")
    try folder.write(
      "book/scenarios/leaves.yaml", "name: sob leaves\nwhy: Siobhán O'Brien moves\ncsms:\n  remove: [{ csm: sob }]\n")
    try folder.write(
      "book/decisions.csv", "account_id,decision,csm_id,reason,by\nA1,reject,,too early,Siobhán O'Brien\n")
    let plan = try BallastBinary.run("plan", folder.file("book"), "--quiet")
    #expect(plan.exitCode == 0, "\(plan.errors)")
    let review = try BallastBinary.run("review", folder.file("book"), "--per-csm", "--quiet")
    #expect(review.exitCode == 0, "\(review.errors)")
    return folder
  }

  /// No text below a folder has one of these, in small letters.
  private func traces(_ folder: TemporaryFolder, _ marks: [String]) -> [String] {
    let files = FileManager.default.enumerator(atPath: folder.file("book"))?.compactMap { $0 as? String } ?? []
    return files.filter { file in
      let text = String(decoding: folder.bytes("book/\(file)") ?? [], as: UTF8.self).lowercased() + file.lowercased()
      return marks.contains { text.contains($0) }
    }
  }

  private static let marks = ["siobh", "brien", "5550100"]

  @Test func `An export names file, line and path of everything held about a person`() throws {
    let folder = try workspace()
    let outcome = try BallastBinary.run("privacy", "export", "sob", folder.file("book"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for part in [
      "csms.csv", "+49 171 5550100", "backfill_csm_id", "ballast.yaml", "leaves.yaml", "decisions.csv", "plan.json",
      "knows the board",
    ] { #expect(outcome.output.contains(part), "\(part)") }
    let none = try BallastBinary.run("privacy", "export", "nobody", folder.file("book"))
    #expect(none.exitCode == 65 && none.errors.contains("Maybe"))
    let file = folder.file("held.json")
    #expect(try BallastBinary.run("privacy", "export", "sob", folder.file("book"), "--output", file).exitCode == 0)
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
  }

  @Test func `Without yes nothing is changed`() throws {
    let folder = try workspace()
    let before = traces(folder, Self.marks).sorted()
    let outcome = try BallastBinary.run("privacy", "erase", "sob", folder.file("book"))
    #expect(outcome.exitCode == 0 && outcome.output.contains("--yes"))
    #expect(traces(folder, Self.marks).sorted() == before && !before.isEmpty)
  }

  @Test func `An erased person is nowhere, the numbers stay, and the plan is said to be of other data`() throws {
    let folder = try workspace()
    let outcome = try BallastBinary.run("privacy", "erase", "sob", folder.file("book"), "--yes")
    #expect(outcome.exitCode == 0, "\(outcome.errors)\(outcome.output)")
    #expect(traces(folder, Self.marks) == [])
    #expect(try folder.text("book/csms.csv").contains("AMER;EMEA,100"))
    #expect(try folder.text("book/accounts.csv").contains("\"Birch, \"\"Foods\"\" & Co\",gold,EMEA,ann,60000,40"))
    #expect(!folder.exists("book/.ballast-erase"))
    let verified = try BallastBinary.run("verify", folder.file("book/out/plan.json"))
    #expect(verified.exitCode == 5, "\(verified.errors)\(verified.output)")
    #expect(try BallastBinary.run("plan", folder.file("book"), "--quiet").exitCode == 0)
    #expect(try BallastBinary.run("privacy", "export", "sob", folder.file("book")).exitCode == 65)
  }

  @Test func `An erased customer is nowhere, and the numbers stay`() throws {
    let folder = try workspace()
    let outcome = try BallastBinary.run("privacy", "erase", "A2", folder.file("book"), "--yes")
    #expect(outcome.exitCode == 0, "\(outcome.errors)\(outcome.output)")
    #expect(traces(folder, ["birch"]) == [])
    #expect(try folder.text("book/accounts.csv").contains(",,gold,EMEA,ann,60000,40,,\n"))
    let verified = try BallastBinary.run("verify", folder.file("book/out/plan.json"))
    #expect(verified.exitCode == 5, "\(verified.errors)\(verified.output)")
  }

  @Test func `Who still looks after accounts is not erased, and what has to happen first is said`() throws {
    let folder = try workspace()
    let outcome = try BallastBinary.run("privacy", "erase", "ben", folder.file("book"), "--yes")
    #expect(outcome.exitCode == 65 && outcome.errors.contains("A4") && outcome.errors.contains("last_day"))
    #expect(try folder.text("book/csms.csv").contains("Ben Ode"))
  }

  @Test func `The scan sees through case, accents and escapes, and leaves parts of a name to people`() throws {
    let folder = try workspace()
    try folder.write("book/notes/a.log", "GET /?q=siobh%C3%A1n%20o%27brien\n")
    try folder.write("book/notes/b.eml", "From: Siobh=C3=A1n O'Br=\nien\n")
    try folder.write("book/notes/c.xml", "<p>Siobh&aacute;n O&#39;BRIEN</p>\n")
    try folder.write("book/notes/d.log", "{\"x\": \"Siobh\\u00e1n O'Brien\"\n")
    try folder.write("book/notes/e.log", "Call Siobhan\n")
    let outcome = try BallastBinary.run("privacy", "erase", "sob", folder.file("book"), "--yes")
    #expect(outcome.exitCode == 65)
    for name in ["a.log", "b.eml", "c.xml", "d.log"] { #expect(outcome.errors.contains("notes/\(name)"), "\(name)") }
    #expect(outcome.output.contains("notes/e.log:1") && !outcome.errors.contains("e.log"))
  }

  @Test func `What was interrupted before it was complete is dropped`() throws {
    let folder = try workspace()
    let original = try folder.text("book/csms.csv")
    try folder.write("book/.ballast-erase/0", "half")
    #expect(try BallastBinary.run("privacy", "export", "sob", folder.file("book")).exitCode == 0)
    #expect(try BallastBinary.run("privacy", "erase", "sob", folder.file("book")).exitCode == 0)
    #expect(try folder.text("book/csms.csv") == original && !folder.exists("book/.ballast-erase"))
  }

  /// Kills an erasure as soon as its list is complete, or a moment later: files are being replaced then.
  private func interrupted(_ folder: TemporaryFolder, after moment: Duration) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: BallastBinary.path)
    process.arguments = ["privacy", "erase", "sob", folder.file("book"), "--yes"]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    while process.isRunning, !folder.exists("book/.ballast-erase/steps.json") {}
    let clock = ContinuousClock()
    let end = clock.now + moment
    while process.isRunning, clock.now < end {}
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return folder.exists("book/.ballast-erase/steps.json")
  }

  @Test func `An erasure that was killed while files were replaced is refused by others, then finished with a scan`()
    throws
  {
    for microseconds in [0, 200, 500, 1000, 2000] {
      let folder = try workspace()
      guard try interrupted(folder, after: .microseconds(microseconds)) else { continue }
      let refused = try BallastBinary.run("plan", folder.file("book"), "--quiet")
      #expect(refused.exitCode == 75 && refused.errors.contains("privacy erase"), "\(refused.errors)")
      let outcome = try BallastBinary.run("privacy", "erase", "sob", folder.file("book"), "--yes")
      #expect(outcome.exitCode == 0 && outcome.errors.contains("finished first"), "\(outcome.errors)")
      #expect(outcome.output.contains("nothing is left"))
      #expect(traces(folder, Self.marks) == [] && !folder.exists("book/.ballast-erase"))
      #expect(try folder.text("book/accounts.csv").split(separator: "\n").count == 6)
    }
  }

  @Test func `What a study of resilience wrote about somebody goes`() throws {
    let folder = try workspace()
    let study = try BallastBinary.run("resilience", folder.file("book"), "--work-limit", "500", "--quiet")
    #expect(study.exitCode == 0, "\(study.errors)")
    #expect(folder.exists("book/out/resilience/scenarios/sob-leaves.yaml"))
    let outcome = try BallastBinary.run("privacy", "erase", "sob", folder.file("book"), "--yes")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(traces(folder, Self.marks) == [] && !folder.exists("book/out/resilience/scenarios/sob-leaves.yaml"))
  }
}
