import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing

@Suite struct PlanCheckTests {
  private func planned() throws -> TemporaryFolder {
    let folder = try SampleWorkspace().inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--gap", "0")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return folder
  }

  private func edit(_ folder: TemporaryFolder, _ change: (inout PlanDocument) throws -> Void) throws {
    let path = folder.file("book/out/plan.json")
    var document = try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: path)))
    try change(&document)
    try document.encoded().write(to: URL(filePath: path))
  }

  @Test(
    "F55: a plan whose inputs have changed since is stale, and verify names the file",
    arguments: [
      ("accounts.csv", "A4,Dune", "A4,Dusk"), ("csms.csv", "Cleo", "Clea"), ("ballast.yaml", "price: 60", "price: 61"),
    ])
  func stale(name: String, old: String, new: String) throws {
    let folder = try planned()
    try folder.replace(old, with: new, in: "book/\(name)")
    let outcome = try BallastBinary.run("verify", folder.file("book/out/plan.json"))
    #expect(outcome.exitCode == 5)
    #expect(outcome.errors.contains(name))
  }

  @Test("A plan is verified against the data it was made from, wherever they are now")
  func moved() throws {
    let folder = try planned()
    try FileManager.default.moveItem(atPath: folder.file("book"), toPath: folder.file("archive"))
    let plan = folder.file("archive/out/plan.json")
    #expect(try BallastBinary.run("verify", plan, "--data", folder.file("archive")).exitCode == 0)
  }

  @Test("A plan whose workspace is gone asks for it")
  func gone() throws {
    let folder = try planned()
    try FileManager.default.moveItem(atPath: folder.file("book/out"), toPath: folder.file("sent"))
    try FileManager.default.removeItem(atPath: folder.file("book"))
    let outcome = try BallastBinary.run("verify", folder.file("sent/plan.json"))
    #expect(outcome.exitCode == 66)
    #expect(outcome.errors.contains("--data"))
  }

  @Test("A plan made with a relative path is verified from any folder")
  func relative() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let plan = ["plan", "book", "--quiet", "--work-limit", "20000"]
    #expect(try Invocation(BallastBinary.path, plan, folder: folder.path).run().exitCode == 0)
    for (name, place) in [("book/out/plan.json", folder.path), ("plan.json", folder.file("book/out"))] {
      let outcome = try BallastBinary.run("verify", name, folder: place)
      #expect(outcome.exitCode == 0, "\(place): \(outcome.errors)")
    }
    #expect(try BallastBinary.run("verify", folder.file("book/out/plan.json"), folder: "/").exitCode == 0)
  }

  @Test("F34: an objective that was made to look better is found")
  func objective() throws {
    let folder = try planned()
    try edit(folder) { $0.objective = PointsValue(micropoints: $0.objective.micropoints - 1) }
    #expect(try BallastBinary.run("verify", folder.file("book/out/plan.json")).exitCode == 70)
  }

  @Test("F34: a bound that was made to look better is found")
  func bound() throws {
    let folder = try planned()
    try edit(folder) { document in
      let certified = try #require(document.certifiedBound)
      document.certifiedBound = PointsValue(micropoints: certified.micropoints + 1)
    }
    let outcome = try BallastBinary.run("verify", folder.file("book/out/plan.json"))
    #expect(outcome.exitCode == 70)
    #expect(outcome.output.contains("FAILED"))
  }

  @Test("F34: an account given to somebody else by hand is found, and named")
  func assignment() throws {
    let folder = try planned()
    try edit(folder) { document in
      let index = try #require(document.assignments.firstIndex { $0.account == "A4" })
      document.assignments[index].csm = "cleo"
    }
    let outcome = try BallastBinary.run("verify", folder.file("book/out/plan.json"))
    #expect(outcome.exitCode == 70)
    #expect(outcome.output.contains("A4"), "\(outcome.output)")
  }

  @Test("F34: an account that was dropped from a plan is found")
  func dropped() throws {
    let folder = try planned()
    try edit(folder) { $0.assignments.removeFirst() }
    #expect(try BallastBinary.run("verify", folder.file("book/out/plan.json")).exitCode == 70)
  }
}
