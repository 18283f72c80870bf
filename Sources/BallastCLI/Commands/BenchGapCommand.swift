import ArgumentParser
import Benchmarking
import Foundation
import Workspace

struct BenchGapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap", abstract: "Solves classic instances of the generalised assignment problem.",
    discussion: """
      A file holds the numbers of agents and jobs, the costs by agent, the resources by agent, and the capacities. \
      Every job is assigned, the total cost is least, values are in the units of the file. Ctrl-C ends with what has \
      been found.
      """)

  @Argument(help: ArgumentHelp("Files of instances.", valueName: "file"))
  var files: [PathArgument]

  @Option(help: "Longest search per instance: 60, 90s, 2m. Default 60s, or none with --work-limit.")
  var timeLimit: DurationArgument?

  @Option(help: "Longest search per instance in reproducible units of work.")
  var workLimit: Int64?

  @Flag(help: "Search on until the certified bound, too, proves the optimum.")
  var certified = false

  @Option(help: "Seed of the search.")
  var seed: UInt64 = 1

  @Flag(help: "Write one line of JSON per instance to standard output.")
  var json = false

  func run() throws {
    let console = Console()
    let instances = try read(console)
    let stop = BenchmarkStop()
    let signalled = PlanStop()
    let watch = SignalWatch {
      signalled.request(exitCode: $0)
      stop.request()
    }
    defer { watch.cancel() }
    let fallback: Duration? = workLimit == nil ? .seconds(60) : nil
    let solver = GAPSolver(
      timeLimit: timeLimit?.duration ?? fallback, workLimit: workLimit, certified: certified, seed: seed)
    let table = GAPTable(names: instances.map(\.name))
    if !json { try console.output(table.header) }
    for instance in instances where !stop.isRequested {
      let outcome = try solve(instance, with: solver, stop, console)
      try console.output(json ? BenchGapCommand.line(outcome) : table.row(outcome))
    }
    if let code = signalled.exitCode { throw ExitCode(code) }
  }

  /// All files before the first is solved: a slip in the last must not cost hours.
  private func read(_ console: Console) throws -> [GAPInstance] {
    var instances: [GAPInstance] = []
    var problems: [String] = []
    var code = ExitStatus.data
    for file in files {
      do {
        instances.append(try GAPReader.read(file.path))
      } catch let problem as GAPFileProblem {
        problems.append("\(problem)\n")
      } catch let error as WorkspaceError {
        problems.append("\(error.description)\n")
        code = ExitCode(error.exitCode)
      }
    }
    guard problems.isEmpty else {
      console.message(problems.joined() + "Maybe the file is not one of agents, jobs, costs, resources, capacities.\n")
      throw code
    }
    return instances
  }

  private func solve(
    _ instance: GAPInstance, with solver: GAPSolver, _ stop: BenchmarkStop, _ console: Console
  ) throws -> GAPOutcome {
    do {
      return try solver.solve(instance, stop: stop)
    } catch let error as RejectedAssignment {
      console.message("\(error)\n")
      throw ExitStatus.internalFailure
    } catch {
      console.message("\(instance.name) cannot be solved: \(error).\nMaybe its numbers are too large.\n")
      throw ExitStatus.data
    }
  }

  private static func line(_ outcome: GAPOutcome) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(outcome), as: UTF8.self) + "\n"
  }
}
