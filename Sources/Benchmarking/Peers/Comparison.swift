import Foundation

/// Ballast and general solvers, one after another, on one workspace and the model exported from it.
///
/// The bound of Ballast is the certified one; the others claim theirs. Clocks start when the model has been read. A peer
/// is asked to stop at the limit and, where it does not, is stopped half a limit and a minute later.
package struct Comparison: Sendable {
  /// Path of `ballast`.
  package let program: String
  package let workspace: String
  /// With `peer.py`, `check.py` and the virtual environment that `setup` makes.
  package let peersFolder: String
  package let timeLimit: Double
  /// `nil`: all.
  package let processors: Int?
  package let child: ChildProcess

  package init(
    program: String, workspace: String, peersFolder: String, timeLimit: Double, processors: Int?, child: ChildProcess
  ) {
    self.program = program
    self.workspace = workspace
    self.peersFolder = peersFolder
    self.timeLimit = timeLimit
    self.processors = processors
    self.child = child
  }

  /// Writes the model that all peers read; returns its path.
  package func exportModel(to folder: String) throws -> String {
    let path = "\(folder)/model.mps"
    let usage = try child.run([program, "export-model", workspace, "--output", path, "--quiet"])
    guard usage.exitCode == 0 else {
      throw ChildProcessError(program: "ballast export-model", reason: "it ended with \(usage.exitCode)")
    }
    return path
  }

  package func runBallast(version: String, in folder: String) throws -> (result: PeerResult, trace: SearchTrace) {
    let log = "\(folder)/ballast.jsonl"
    let usage = try child.run(
      [
        program, "plan", workspace, "--output", "\(folder)/out", "--progress-log", log, "--time-limit", "\(timeLimit)",
        "--gap", "0", "--certified", "--quiet",
      ], processors: processors)
    let trace = SearchTrace(progressLog: Comparison.text(log))
    var result = PeerResult(
      solver: "Ballast \(version), certified", processors: processors, timeLimit: timeLimit,
      status: usage.exitCode == 0 ? "plan" : "exit code \(usage.exitCode)")
    result.take(trace, usage)
    // A plan that fails its checks is withheld.
    if usage.exitCode == 0 { result.check = .feasible }
    return (result, trace)
  }

  package func run(_ peer: Peer, on model: String, in folder: String) throws -> (result: PeerResult, trace: SearchTrace)
  {
    let python = "\(peersFolder)/.venv/bin/python"
    var result = PeerResult(solver: peer.title, processors: processors, timeLimit: timeLimit, status: "")
    guard FileManager.default.isExecutableFile(atPath: python) else {
      result.status = "missing: \(peersFolder)/setup has not been run"
      return (result, SearchTrace())
    }
    let (log, solution) = ("\(folder)/\(peer.rawValue).jsonl", "\(folder)/\(peer.rawValue)-solution.json")
    let threads = processors ?? ProcessInfo.processInfo.activeProcessorCount
    let usage = try child.run(
      [
        python, "\(peersFolder)/peer.py", peer.rawValue, model, "--time-limit", "\(timeLimit)", "--threads",
        "\(threads)", "--log", log, "--solution", solution,
      ], processors: processors, patience: 1.5 * timeLimit + 60)
    let text = Comparison.text(log)
    let trace = SearchTrace(peerLog: text)
    let said = PeerSaying(log: text)
    result.solver = said?.version ?? peer.title
    result.status = said?.status ?? "ended with \(usage.exitCode) and said nothing"
    guard !result.status.hasPrefix("missing") else { return (result, SearchTrace()) }
    result.take(trace, usage)
    result.check = try check(solution, against: model, python, in: folder)
    return (result, trace)
  }

  private func check(_ solution: String, against model: String, _ python: String, in folder: String) throws
    -> PeerResult.Check
  {
    guard FileManager.default.fileExists(atPath: solution) else { return .unchecked }
    let output = "\(folder)/check.json"
    let usage = try child.run([python, "\(peersFolder)/check.py", model, solution], outputPath: output)
    struct Answer: Decodable { var feasible: Bool }
    guard usage.exitCode == 0,
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(Comparison.text(output).utf8))
    else { return .unchecked }
    return answer.feasible ? .feasible : .infeasible
  }

  private static func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}

/// The last line of a peer's log.
private struct PeerSaying: Decodable {
  var version: String
  var status: String

  init?(log: String) {
    guard let line = log.split(separator: "\n").last,
      let saying = try? JSONDecoder().decode(PeerSaying.self, from: Data(line.utf8))
    else { return nil }
    self = saying
  }
}
