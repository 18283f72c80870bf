import ArgumentParser
import Ballast
import Foundation
import PlanDocument
import Reports
import Sweeps
import Workspace

struct SweepRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Computes units of a sweep into a folder.",
    discussion: """
      A valid result that is there already is kept; a damaged or foreign one is replaced, and that is said. Rules that collide \
      and data that cannot be used are results: the exit code is 0.
      """)

  @Argument(help: "The units, as `sweep expand` wrote them.")
  var sweep = PathArgument(path: SweepFolder.sweepName)

  @Option(help: "The unit to compute, from 0.")
  var index: Int?

  @Option(help: "Every N-th unit: 1/4, 2/4, 3/4 and 4/4 are all of them.", transform: SweepRunCommand.shard)
  var shard: ShardArgument?

  @Flag(
    help: """
      The unit whose index is in JOB_COMPLETION_INDEX (Kubernetes), AWS_BATCH_JOB_ARRAY_INDEX or SLURM_ARRAY_TASK_ID; exactly \
      one of them must be set.
      """)
  var indexFromEnv = false

  @Option(name: .customLong("out"), help: "Folder for the results; many processes may share it.")
  var folder: PathArgument

  @Option(help: "The workspace, where it is not where the sweep says.")
  var data: PathArgument?

  @OptionGroup var common: CommonOptions

  private static func shard(_ text: String) throws -> ShardArgument {
    guard let shard = ShardArgument(argument: text) else {
      throw ValidationError("--shard is i/n with 1 <= i <= n, such as 3/16.")
    }
    return shard
  }

  func validate() throws {
    let given = (index == nil ? 0 : 1) + (shard == nil ? 0 : 1) + (indexFromEnv ? 1 : 0)
    guard given == 1 else { throw ValidationError("Name one of --index, --shard and --index-from-env.") }
    guard common.asOf == nil else {
      throw ValidationError("--as-of has no meaning here: the first day is part of each unit.")
    }
  }

  func run() throws {
    let console = Console()
    let stop = PlanStop()
    let watch = SignalWatch { stop.request(exitCode: $0) }
    defer { watch.cancel() }
    let selection = try selection()
    let summary = try SweepReporting(console: console).reporting { () throws -> SweepRunSummary in
      let file = try SweepFile(path: sweep.path)
      let indices = try selection.indices(in: file.units.count)
      let results = SweepFolder(folder.path)
      if try results.prepare(for: file) {
        console.message("\(results.path) held another sweep: what of it is of no use here is computed anew.\n")
      }
      return try compute(indices.map { file.units[$0] }, results, console, stop)
    }
    if common.json { try console.outputJSON(summary) }
    if let code = stop.exitCode { throw ExitCode(code) }
  }

  private func compute(
    _ units: [SweepUnit], _ results: SweepFolder, _ console: Console, _ stop: PlanStop
  ) throws -> SweepRunSummary {
    let runner = SweepRunner(results, data: data?.path) { ComparedPlan.Facts($0) }
    var summary = SweepRunSummary()
    for unit in units where !stop.interruption.isRequested {
      switch try runner.run(unit, interruption: stop.interruption) {
      case .kept: summary.kept.append(unit.index)
      case .interrupted: break
      case .computed(let part, let replaced):
        summary.computed.append(unit.index)
        if replaced != nil { summary.replaced.append(unit.index) }
        if let replaced { console.message("unit \(unit.index): \(replaced) It was computed anew.\n") }
        if !common.quiet { console.message("unit \(unit.index): \(ComparisonText.line(part.result))\n") }
      }
    }
    if !common.quiet { console.message(summary.sentence + "\n") }
    return summary
  }

  private func selection() throws -> SweepSelection {
    if let index { return .unit(index) }
    if let shard { return .shard(number: shard.number, count: shard.count) }
    switch ArrayIndex.read(ProcessInfo.processInfo.environment) {
    case .success(let index): return .unit(index)
    case .failure(let problem): throw ValidationError(SweepRunCommand.sentence(problem))
    }
  }

  private static func sentence(_ problem: ArrayIndex.Problem) -> String {
    let names = ArrayIndex.variables.joined(separator: ", ")
    return switch problem {
    case .none:
      "--index-from-env: none of \(names) is set. Maybe this is not a task of an array; use --index or --shard."
    case .several(let found):
      "--index-from-env: \(found.joined(separator: " and ")) are set; only one may be. Maybe unset the others."
    case .notANumber(let name, let value):
      "--index-from-env: \(name) is `\(DisplayText.shown(value))`, not a whole number from 0 on."
    }
  }
}

/// What came of the units of a process.
struct SweepRunSummary: Encodable {
  var computed: [Int] = []
  var kept: [Int] = []
  /// Of the computed ones those whose earlier part was damaged or foreign.
  var replaced: [Int] = []

  var sentence: String { "\(computed.count) computed, \(kept.count) kept." }
}
