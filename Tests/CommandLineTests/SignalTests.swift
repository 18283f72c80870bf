import BallastProcess
import Foundation
import PlanDocument
import Testing

@Suite struct SignalTests {
  /// A search that would go on for minutes.
  private static let search = [
    "plan", Checkout.path("scenarios/quarterly-rebalance"), "--gap", "0", "--time-limit", "4m", "--output",
  ]

  /// Sends `signals` to a search under way. How long a process takes to begin depends on the machine: a signal that
  /// came before the search did ends the process as signals do, and the next attempt waits longer.
  private func interrupted(_ signals: [Int32], output: String) throws -> Outcome {
    var delay: UInt32 = 400_000
    while true {
      let process = try RunningProcess(Invocation(BallastBinary.path, Self.search + [output]))
      usleep(delay)
      for signal in signals { process.send(signal) }
      let outcome = try process.wait()
      if outcome.signal == nil || delay > 60_000_000 { return outcome }
      delay *= 2
    }
  }

  @Test(
    "F11: an interrupted search writes its best plan, which says so and passes every check",
    arguments: [
      (SIGINT, Int32(130)), (SIGTERM, Int32(143)),
    ])
  func interruption(signal: Int32, code: Int32) throws {
    let folder = try TemporaryFolder()
    let outcome = try interrupted([signal], output: folder.file("out"))
    #expect(outcome.exitCode == code)
    #expect(outcome.errors.contains("best verified plan so far"))
    let plan = try Data(contentsOf: URL(filePath: folder.file("out/plan.json")))
    #expect(try PlanDocument.decoded(from: plan).termination.reason == .interrupted)
    #expect(try folder.text("out/report.html").contains("interrupted"))
    #expect(try BallastBinary.run("verify", folder.file("out/plan.json")).exitCode == 0)
  }

  @Test("F11: a second signal ends the process at once; results are whole or absent")
  func twice() throws {
    let folder = try TemporaryFolder()
    let outcome = try interrupted([SIGINT, SIGTERM], output: folder.file("out"))
    #expect([130, 143].contains(outcome.exitCode))
    try expectWholeFiles(folder)
  }

  @Test("F2: killed when the results appear, a run leaves whole files or none, and can be repeated")
  func killedWhileWriting() throws {
    let folder = try SampleWorkspace().inNewFolder()
    for delay: UInt32 in [0, 300, 1_000, 3_000, 10_000] {
      try? FileManager.default.removeItem(atPath: folder.file("out"))
      let process = try BallastBinary.start(
        "plan", folder.file("book"), "--quiet", "--work-limit", "20000", "--output", folder.file("out"))
      process.await { folder.exists("out") }
      usleep(delay)
      process.send(SIGKILL)
      _ = try process.wait()
      try expectWholeFiles(folder)
    }
    let again = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--output", folder.file("out"))
    #expect(again.exitCode == 0)
    #expect(try BallastBinary.run("verify", folder.file("out/plan.json")).exitCode == 0)
  }

  @Test("F2: killed at any time, a run leaves the results of the run before")
  func killedBefore() throws {
    let folder = try SampleWorkspace().inNewFolder()
    let output = folder.file("out")
    #expect(try BallastBinary.run("plan", folder.file("book"), "--quiet", "--output", output).exitCode == 0)
    let before = folder.bytes("out/plan.json")
    for delay: UInt32 in [1_000, 30_000, 100_000, 300_000] {
      let process = try RunningProcess(Invocation(BallastBinary.path, SignalTests.search + [output]))
      usleep(delay)
      process.send(SIGKILL)
      #expect(try process.wait().signal == SIGKILL)
      #expect(folder.bytes("out/plan.json") == before)
    }
  }

  /// Whatever a reader would take for a result is complete.
  private func expectWholeFiles(_ folder: TemporaryFolder) throws {
    let packs = folder.names(in: "out/handoffs").map { "handoffs/\($0)" }
    let names = folder.names(in: "out").filter { $0 != "handoffs" } + packs
    for name in names where !name.contains(".ballast-") {
      let bytes = try #require(folder.bytes("out/\(name)"))
      #expect(bytes.last == 0x0A, "\(name) is cut off")
      if name == "report.html" { #expect(String(decoding: bytes.suffix(20), as: UTF8.self).contains("</html>")) }
      if name == "plan.json" { #expect(throws: Never.self) { try PlanDocument.decoded(from: Data(bytes)) } }
    }
  }
}
