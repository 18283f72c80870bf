import ArgumentParser
import Ballast
import Benchmarking
import Foundation

extension Peer: ExpressibleByArgument {}

struct BenchCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Runs Ballast and general solvers on the same exported model, in turns.",
    discussion: """
      benchmarks/peers/setup makes the virtual environment of HiGHS, OR-Tools CP-SAT, SCIP and CBC; glpsol comes from \
      the system. What is missing is named. Writes model.mps, compare.jsonl, compare.md and compare.svg.
      """)

  @Argument(help: "The workspace: a folder with accounts.csv and csms.csv.")
  var directory: PathArgument

  @Option(help: "Limit of each solver: 60, 90s, 2m.")
  var timeLimit: DurationArgument?

  @Option(help: "Solver to compare with, any number of times; default all: highs, cpsat, scip, cbc, glpsol.")
  var peer: [Peer] = []

  @Option(help: "Processors and threads of each solver; default all. Confined on Linux only.")
  var processors: Int?

  @Option(help: "Folder of the scripts of the peers.")
  var peers = PathArgument(path: "benchmarks/peers")

  @Option(help: "Folder for the results.")
  var output = PathArgument(path: "out/compare")

  @Flag(name: .shortAndLong, help: "No progress on standard error.")
  var quiet = false

  func validate() throws {
    if let processors, processors < 1 { throw ValidationError("--processors is a positive whole number.") }
  }

  func run() throws {
    let console = Console()
    // Before the solvers are asked: a workspace with errors is reported as every command does it.
    _ = try WorkspaceLoading(console: console, isQuiet: true).load(directory.path, asOf: nil)
    let (child, signalled) = (ChildProcess(), PlanStop())
    let watch = SignalWatch {
      signalled.request(exitCode: $0)
      child.stop()
    }
    defer { watch.cancel() }
    let files = try console.reporting { try ComparisonFiles(folder: output.path) }
    do {
      try compare(child, files, console) { signalled.exitCode != nil }
    } catch let error as ChildProcessError {
      console.message("\(error)\nMaybe run `ballast check` on the workspace.\n")
      throw ExitStatus.inputOutput
    }
    let table = try console.reporting { try files.finish(title: "Gap on \(directory.path)") }
    try console.output(table)
    if let code = signalled.exitCode { throw ExitCode(code) }
  }

  private func compare(
    _ child: ChildProcess, _ files: ComparisonFiles, _ console: Console, isStopped: () -> Bool
  ) throws {
    let comparison = Comparison(
      program: Machine.thisProgram, workspace: directory.path, peersFolder: peers.path,
      timeLimit: (timeLimit?.duration ?? .seconds(60)) / .seconds(1), processors: processors, child: child)
    let model = try comparison.exportModel(to: output.path)
    func take(_ run: (result: PeerResult, trace: SearchTrace)) throws {
      try console.reporting { try files.add(run.result, run.trace) }
      if !quiet { console.message("\(run.result.solver): \(run.result.status)\n") }
    }
    try take(try comparison.runBallast(version: BallastVersion.current, in: files.logFolder))
    for peer in peer.isEmpty ? Peer.allCases : peer where !isStopped() {
      try take(try comparison.run(peer, on: model, in: files.logFolder))
    }
  }
}
