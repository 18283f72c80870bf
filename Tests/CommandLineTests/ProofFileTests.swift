import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct ProofFileTests {
  /// A scenario whose bound needs cuts, in a folder of its own.
  private func planned() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let scenario = Checkout.path("scenarios/tiny-departure")
    for name in ["accounts.csv", "csms.csv", "ballast.yaml"] {
      try folder.write("book/\(name)", try Checkout.text("scenarios/tiny-departure/\(name)"))
    }
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--gap", "0")
    #expect(outcome.exitCode == 0, "\(scenario): \(outcome.errors)")
    return folder
  }

  private func verify(_ folder: TemporaryFolder) throws -> Outcome {
    try BallastBinary.run("verify", folder.file("book/out/plan.json"))
  }

  @Test("A plan and its proof are verified together, and say what the proof is made of")
  func together() throws {
    let folder = try planned()
    let plan = try PlanDocument.decoded(from: Data(try #require(folder.bytes("book/out/plan.json"))))
    let reference = try #require(plan.proof)
    #expect(reference.file == "proof.json")
    let outcome = try verify(folder)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("from \(reference.contents)"))
    #expect(try folder.text("book/out/report.md").contains("proved by \(reference.contents)"))
  }

  @Test("F34: a proof that is missing is named") func missing() throws {
    let folder = try planned()
    try FileManager.default.removeItem(atPath: folder.file("book/out/proof.json"))
    let outcome = try verify(folder)
    #expect(outcome.exitCode == 70)
    #expect(outcome.output.contains("proof.json does not exist"))
  }

  @Test("F34: a proof that was edited or cut off is named") func edited() throws {
    let folder = try planned()
    let text = try folder.text("book/out/proof.json")
    for spoiled in [text.replacing("\"shift\":", with: "\"shift\":1"), String(text.dropLast(20)), ""] {
      try folder.write("book/out/proof.json", spoiled)
      let outcome = try verify(folder)
      #expect(outcome.exitCode == 70)
      #expect(outcome.output.contains("proof.json is not the file that the plan names"), "\(outcome.output)")
    }
  }

  @Test("F34: a folder or a pipe in place of the proof is refused without waiting", arguments: [true, false])
  func irregular(isFolder: Bool) throws {
    let folder = try planned()
    let path = folder.file("book/out/proof.json")
    try FileManager.default.removeItem(atPath: path)
    if isFolder {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    } else {
      #expect(mkfifo(path, 0o600) == 0)
    }
    let outcome = try verify(folder)
    #expect(outcome.exitCode == 70)
    #expect(outcome.output.contains("not a file"))
  }

  @Test("A plan that needs no proof removes that of an earlier one")
  func leftover() throws {
    let folder = try SampleWorkspace().inNewFolder()
    try folder.write("book/out/proof.json", "{}")
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--work-limit", "1")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let plan = try PlanDocument.decoded(from: Data(try #require(folder.bytes("book/out/plan.json"))))
    #expect(folder.exists("book/out/proof.json") == (plan.proof != nil))
    #expect(folder.bytes("book/out/proof.json") != Array("{}".utf8))
    #expect(try verify(folder).exitCode == 0)
  }
}
