import BallastProcess
import Foundation
import Testing

@testable import Benchmarking

@Suite struct ChildProcessTests {
  @Test("a program is measured, its output kept, its exit code told")
  func measured() throws {
    let folder = try TemporaryFolder()
    let usage = try ChildProcess().run(["/bin/sh", "-c", "echo heard; exit 3"], outputPath: folder.file("text"))
    #expect(usage.exitCode == 3)
    #expect(usage.peakBytes > 0)
    #expect(try String(contentsOfFile: folder.file("text"), encoding: .utf8) == "heard\n")
  }

  @Test("a program that takes too long is asked to stop")
  func patience() throws {
    let usage = try ChildProcess().run(["/bin/sh", "-c", "sleep 60"], patience: 0.05)
    #expect(usage.exitCode == 128 + SIGINT)
  }

  @Test("a program that is not there is an error that names it")
  func missing() {
    #expect(throws: ChildProcessError.self) { try ChildProcess().run(["/nowhere/at/all"]) }
  }
}
