import BallastProcess
import Testing
import Workspace

@testable import Benchmarking

@Suite struct GAPReaderTests {
  private func read(_ text: String) throws -> GAPInstance {
    let folder = try TemporaryFolder()
    try folder.write("small", text)
    return try GAPReader.read(folder.file("small"))
  }

  @Test("numbers may stand in any lines")
  func whiteSpace() throws {
    let instance = try read("2 3\n 1 2 3\n4 5 6\r\n7\t8 9 1\n\n2 3  10 11")
    #expect(instance.name == "small")
    #expect((instance.agentCount, instance.jobCount) == (2, 3))
    #expect(instance.costs == [1, 2, 3, 4, 5, 6])
    #expect(instance.resources == [7, 8, 9, 1, 2, 3])
    #expect(instance.capacities == [10, 11])
  }

  @Test(
    "what is wrong is named with its line",
    arguments: [
      ("", 1, "The file ends where the number of agents should be."),
      ("2 x", 1, "\"x\" is not the number of jobs: not a whole number."),
      ("0 3", 1, "0 cannot be the number of agents: 1 to 1000000 is possible."),
      ("1 2\n3 4\n5 -6\n7", 3, "-6 cannot be the resource of job 2 with agent 1: 0 to 1000000000 is possible."),
      ("1 2\n3 4\n5\n", 4, "The file ends where the resource of job 2 with agent 1 should be."),
      ("1 2\n3 4.5\n5 6\n7", 2, "\"4.5\" is not the cost of job 2 with agent 1: not a whole number."),
      ("1 1\n1\n1\n1\n9", 5, "\"9\" stands behind the last capacity. Maybe the file holds several instances."),
      ("1000000 1000000", 1, "1000000 agents x 1000000 jobs are more than 100,000,000 pairs."),
    ])
  func problems(text: String, line: Int, message: String) {
    #expect { try read(text) } throws: { error in
      let problem = error as? GAPFileProblem
      return problem?.line == line && problem?.message == message
    }
  }

  @Test("a file that is not there is an error of the workspace's kind")
  func missing() {
    #expect(throws: WorkspaceError.self) { try GAPReader.read("/nowhere/to/be/found") }
  }
}
