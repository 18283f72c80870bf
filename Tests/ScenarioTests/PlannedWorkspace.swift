import BallastProcess
import Foundation
import PlanDocument
import Testing

/// A workspace planned and verified by the program.
struct PlannedWorkspace {
  let workspace: String
  let folder: TemporaryFolder
  let document: PlanDocument

  init(_ workspace: String, _ options: [String]) throws {
    self.workspace = workspace
    folder = try TemporaryFolder()
    let output = folder.file("out")
    let plan = ["plan", workspace, "--quiet", "--output", output] + options
    let outcome = try Invocation(BallastBinary.path, plan).run()
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    document = try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: "\(output)/plan.json")))
    let check = try BallastBinary.run("verify", "\(output)/plan.json", "--data", workspace)
    #expect(check.exitCode == 0, "\(check.output)\(check.errors)")
  }

  /// What GLPK's own program makes of the exported model.
  func referee(_ options: [String] = []) throws -> RefereeSolution {
    let (model, solution) = (folder.file("model.mps"), folder.file("solution"))
    #expect(try BallastBinary.run("export-model", workspace, "--quiet", "--output", model).exitCode == 0)
    let arguments = ["--freemps", model, "--min", "--write", solution] + options
    let outcome = try Invocation("glpsol", arguments).run()
    #expect(outcome.exitCode == 0, "\(outcome.output.suffix(500))")
    return try RefereeSolution(folder.text("solution"))
  }
}
