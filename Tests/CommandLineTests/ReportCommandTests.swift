import BallastProcess
import Foundation
import Testing

@Suite struct ReportCommandTests {
  private func planned(_ options: String...) throws -> TemporaryFolder {
    var sample = SampleWorkspace()
    sample.csms = """
      csm_id,name,regions,capacity_hours,manager_id,team
      ann,Ann,EMEA,100,boss,North
      ben,Ben,EMEA;AMER,100,boss,North
      B/n x,Bea,AMER,100,,South

      """
    let folder = try TemporaryFolder()
    try sample.write(to: folder)
    let plan = ["plan", folder.file("book"), "--work-limit", "20000", "--quiet"] + options
    let outcome = try Invocation(BallastBinary.path, plan).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return folder
  }

  @Test("The reports of a plan are written again, byte by byte")
  func again() throws {
    let folder = try planned("--audience", "csm:ann")
    let written = ["report.html", "report.md", "handoffs.csv", "handoffs.ics", "handoff-packs.md", "assignments.csv"]
    let outcome = try BallastBinary.run(
      "report", folder.file("book/out/plan.json"), "--output", folder.file("again"), "--audience", "lead", "--audience",
      "csm:ann")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for name in written + ["handoffs/csm-ann.md"] + written.map({ "audience/csm-ann/\($0)" }) {
      #expect(
        folder.bytes("again/\(name)") == folder.bytes("book/out/\(name)") && folder.bytes("again/\(name)") != nil,
        "\(name)")
    }
    #expect(!folder.exists("again/plan.json") && !folder.exists("again/audience/csm-ann/plan.json"))
  }

  @Test("Without an audience they are those of the lead, beside the plan")
  func lead() throws {
    let folder = try planned()
    let before = folder.bytes("book/out/report.html")
    try folder.write("book/out/report.html", "old")
    #expect(try BallastBinary.run("report", "plan.json", folder: folder.file("book/out")).exitCode == 0)
    #expect(folder.bytes("book/out/report.html") == before)
    #expect(!folder.exists("book/out/audience"))
  }

  @Test("Everybody gets a folder, whatever is in an id")
  func everybody() throws {
    let folder = try planned("--audience", "csms", "--audience", "managers")
    let names = folder.names(in: "book/out/audience")
    #expect(names.count == 6)
    #expect(names.contains("csm-ben") && names.contains("manager-boss"))
    #expect(names.contains { $0.hasPrefix("csm-b-n-x-") })
  }

  @Test(
    "Who is unknown is asked for again, with the nearest name, before anything is searched or written",
    arguments: [
      ("csm:an", "`ann`"), ("manager:bos", "`boss`"), ("manager:Nort", "`North`"), ("csm:xxxxxx", "csms.csv"),
    ])
  func unknown(audience: String, advice: String) throws {
    let folder = try planned()
    for command in [["report", folder.file("book/out/plan.json")], ["plan", folder.file("book")]] {
      let outcome = try Invocation(
        BallastBinary.path, command + ["--audience", audience, "--output", folder.file("new")]
      ).run()
      #expect(outcome.exitCode == 64)
      #expect(outcome.errors.contains(advice), "\(outcome.errors)")
      #expect(!folder.exists("new"))
    }
  }

  @Test(
    "What is no audience is an error of usage", arguments: ["", "csm:", "manager:", "everybody", "CSM:ann", "lead:x"])
  func usage(audience: String) throws {
    #expect(try BallastBinary.run("report", "plan.json", "--audience", audience).exitCode == 64)
  }

  @Test("What is no plan is refused")
  func noPlan() throws {
    let folder = try planned()
    #expect(try BallastBinary.run("report", folder.file("book/accounts.csv")).exitCode == 65)
    #expect(try BallastBinary.run("report", folder.file("missing.json")).exitCode == 66)
  }

  @Test("With --json the files are listed, with --quiet nothing")
  func outputs() throws {
    let folder = try planned()
    let json = try BallastBinary.run("report", folder.file("book/out/plan.json"), "--json")
    #expect(try JSONSerialization.jsonObject(with: Data(json.outputBytes)) is [String: Any])
    let quiet = try BallastBinary.run("report", folder.file("book/out/plan.json"), "-q")
    #expect(quiet.output + quiet.errors == "")
  }
}
