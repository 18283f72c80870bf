import Foundation
import Synchronization

/// Runs another program and measures it. Each child is a process group of its own, so that a signal reaches it once.
package final class ChildProcess: Sendable {
  /// What a program took.
  package struct Usage: Sendable, Hashable {
    /// Of the program; 128 and the signal where one ended it.
    package var exitCode: Int32
    /// Wall time from start to end.
    package var seconds: Double
    /// User and system time of the program and of what it ran.
    package var processorSeconds: Double
    /// The most memory at any time, in bytes: the program's, or that of the largest program it ran.
    package var peakBytes: Int64
  }

  /// The process that runs, 0 for none.
  private let current = Atomic<pid_t>(0)

  package init() {}

  /// Waits for the end of the program.
  ///
  /// - Parameters:
  ///   - arguments: the program, by path, and its arguments.
  ///   - outputPath: where standard output goes; `nil`: nowhere.
  ///   - processors: how many processors it may use; `nil`: all. Kept where there is `taskset`, on Linux.
  ///   - patience: after this many seconds the program is asked to stop, ten seconds later it is killed.
  /// - Throws: `ChildProcessError` when it cannot be started.
  package func run(
    _ arguments: [String], outputPath: String? = nil, processors: Int? = nil, patience: Double? = nil
  ) throws -> Usage {
    let started = ContinuousClock.now
    let pid = try ChildSpawn.start(ChildProcess.prefix(processors) + arguments, outputPath: outputPath)
    current.store(pid, ordering: .relaxed)
    defer { current.store(0, ordering: .relaxed) }
    let (status, usage) = wait(for: pid, until: patience.map { started + .seconds($0) })
    let ended = status & 0x7F
    return Usage(
      exitCode: ended == 0 ? (status >> 8) & 0xFF : 128 + ended, seconds: started.duration(to: .now) / .seconds(1),
      processorSeconds: ChildProcess.seconds(usage.ru_utime) + ChildProcess.seconds(usage.ru_stime),
      peakBytes: ChildProcess.bytes(usage))
  }

  /// Asks the program that runs to stop. May be called on any thread.
  package func stop(signal number: Int32 = SIGINT) {
    let pid = current.load(ordering: .relaxed)
    if pid > 0 { kill(-pid, number) }
  }

  private func wait(for pid: pid_t, until end: ContinuousClock.Instant?) -> (status: Int32, usage: rusage) {
    var (status, usage) = (Int32(0), rusage())
    var next: (instant: ContinuousClock.Instant, signal: Int32)? = end.map { ($0, SIGINT) }
    while true {
      let found = wait4(pid, &status, next == nil ? 0 : WNOHANG, &usage)
      if found == pid || (found < 0 && errno != EINTR) { return (status, usage) }
      guard let due = next else { continue }
      if ContinuousClock.now >= due.instant {
        kill(-pid, due.signal)
        next = due.signal == SIGINT ? (due.instant + .seconds(10), SIGKILL) : nil
      } else {
        usleep(20_000)
      }
    }
  }

  /// Confines a program to the first processors.
  private static func prefix(_ processors: Int?) -> [String] {
    let confiner = "/usr/bin/taskset"
    guard let processors, access(confiner, X_OK) == 0 else { return [] }
    return [confiner, "-c", "0-\(processors - 1)"]
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }

  private static func bytes(_ usage: rusage) -> Int64 {
    #if canImport(Darwin)
      Int64(usage.ru_maxrss)
    #else
      Int64(usage.ru_maxrss) * 1024
    #endif
  }
}

/// A program that could not be started.
package struct ChildProcessError: Error, CustomStringConvertible {
  package let program: String
  package let reason: String

  package var description: String { "\(program) cannot be started: \(reason)." }
}
