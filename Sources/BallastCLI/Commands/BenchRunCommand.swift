import ArgumentParser
import Ballast
import Benchmarking
import Foundation

extension BenchmarkFamily: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

struct BenchRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Generates, plans and verifies seeded portfolios, and measures each run.",
    discussion: """
      A family is a size and traits: 1000x20, 10000x150-months, 2000x40-weeks-tight; also -contended and -clustered. \
      Writes runs.jsonl, one line per run as it ends, runs.md with medians, progress logs and charts of gap against \
      time. Every step runs in a process of its own. Ctrl-C ends after the run that it stops.
      """)

  @Option(help: "Family to run, any number of times; default: the seven for which there are targets.")
  var family: [BenchmarkFamily] = []

  @Option(help: "Seeds: 1-5 or 1,7,9.")
  var seeds = SeedsArgument(seeds: [1, 2, 3, 4, 5])

  @Option(help: "Longest search per run: 60, 90s, 2m; default by size, 10 to 240 seconds.")
  var timeLimit: DurationArgument?

  @Option(help: "Certified gap at which a search may end: 0.001 or 0.1%; default 0.")
  var gap: GapArgument?

  @Option(help: "How many processors a run may use; default all. Kept on Linux only.")
  var processors: Int?

  @Option(help: "Folder for the results.")
  var output = PathArgument(path: "out/benchmarks")

  @Flag(help: "Do not run `ballast verify` on each plan.")
  var noVerify = false

  @Flag(name: .shortAndLong, help: "No progress on standard error.")
  var quiet = false

  func validate() throws {
    if let processors, processors < 1 { throw ValidationError("--processors is a positive whole number.") }
  }

  func run() throws {
    let console = Console()
    let (child, signalled) = (ChildProcess(), PlanStop())
    let watch = SignalWatch {
      signalled.request(exitCode: $0)
      child.stop()
    }
    defer { watch.cancel() }
    let files = try console.reporting { try BenchmarkFiles(folder: output.path) }
    var measured: [(result: CaseResult, trace: SearchTrace)] = []
    for family in family.isEmpty ? BenchmarkFamily.standard : family {
      for seed in seeds.seeds where signalled.exitCode == nil {
        let run = try measuring(console) { try files.inScratch { try runner(child).run(family, seed: seed, in: $0) } }
        measured.append(run)
        try console.reporting { try files.add(run.result, run.trace) }
        if !quiet { console.message(BenchRunCommand.line(run.result)) }
      }
    }
    let table = ResultTable(measured.map(\.result)).markdown
    try console.reporting { try files.finish(measured, table: "\(Machine.description)\n\n\(table)") }
    try console.output(table)
    if let code = signalled.exitCode { throw ExitCode(code) }
  }

  private func runner(_ child: ChildProcess) -> CaseRunner {
    var runner = CaseRunner(program: Machine.thisProgram, version: BallastVersion.current, child: child)
    (runner.timeLimit, runner.gap, runner.processors) = (timeLimit?.duration, gap?.fraction ?? 0, processors)
    runner.verifies = !noVerify
    return runner
  }

  private func measuring<Result>(_ console: Console, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ChildProcessError {
      console.message("\(error)\nMaybe there is no room in the temporary folder.\n")
      throw ExitStatus.inputOutput
    }
  }

  private static func line(_ result: CaseResult) -> String {
    let gap = result.certifiedGap.map { "certified gap \(($0 * 100_000).rounded() / 1000) %" } ?? "no gap"
    let fault =
      result.exitCode != 0 ? ", exit code \(result.exitCode)" : result.verified == false ? ", NOT VERIFIED" : ""
    return "\(result.family) seed \(result.seed): \(gap), \((result.totalSeconds * 10).rounded() / 10) s, "
      + "\(result.peakBytes / 1_000_000) MB\(fault)\n"
  }
}
